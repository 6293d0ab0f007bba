package dev.jtorch.nn.padding;

/**
 * Pads volumes with a value; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, {@code value} outside.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code W' = W + left + right}, {@code H' = H + top + bottom} and
 * {@code D' = D + front + back}.
 *
 * <pre>{@code
 * var pad = new ConstantPad3d(9, 3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
 * Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
 * }</pre>
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad3d.html">torch.nn.ConstantPad3d</a>
 */
public class ConstantPad3d extends ConstantPadNd<ConstantPad3d> {
  /**
   * The value, then the amounts left, right, top, bottom, front and back, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 6 amounts
   */
  public ConstantPad3d(double value, long... padding) {
    super(3, value, padding);
  }
}
