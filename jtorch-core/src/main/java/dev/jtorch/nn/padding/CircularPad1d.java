package dev.jtorch.nn.padding;

/**
 * Pads signals with the elements of their other end; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 2 3 0 1 2 3 0 1}.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = L + left + right}.
 *
 * <pre>{@code
 * var pad = new CircularPad1d(2); // 2 at both ends
 * Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[2., 3., 0., 1., 2., 3., 0., 1.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad1d.html">torch.nn.CircularPad1d</a>
 */
public class CircularPad1d extends CircularPadNd<CircularPad1d> {
  /**
   * The amounts left and right, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 2 amounts
   */
  public CircularPad1d(long... padding) {
    super(1, padding);
  }
}
