package dev.jtorch.nn.padding;

/**
 * Pads signals with a value; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, {@code value} outside.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = L + left + right}.
 *
 * <pre>{@code
 * var pad = new ConstantPad1d(9, 2); // a value, and 2 of it at both ends
 * Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[9., 9., 0., 1., 2., 3., 9., 9.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad1d.html">torch.nn.ConstantPad1d</a>
 */
public class ConstantPad1d extends ConstantPadNd<ConstantPad1d> {
  /**
   * The value, then the amounts left and right, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 2 amounts
   */
  public ConstantPad1d(double value, long... padding) {
    super(1, value, padding);
  }
}
