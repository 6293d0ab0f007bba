package dev.jtorch.nn.padding;

/**
 * Pads volumes with the elements of their other end; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 2 3 0 1 2 3 0 1}, in each dimension.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code W' = W + left + right}, {@code H' = H + top + bottom} and
 * {@code D' = D + front + back}.
 *
 * <pre>{@code
 * var pad = new CircularPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
 * Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CircularPad3d.html">torch.nn.CircularPad3d</a>
 */
public class CircularPad3d extends CircularPadNd<CircularPad3d> {
  /**
   * The amounts left, right, top, bottom, front and back, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 6 amounts
   */
  public CircularPad3d(long... padding) {
    super(3, padding);
  }
}
