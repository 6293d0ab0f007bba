package dev.jtorch.nn.padding;

/**
 * Pads images with a value; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code y = x} inside, {@code value} outside.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code W' = W + left + right} and {@code H' = H + top + bottom}.
 *
 * <pre>{@code
 * var pad = new ConstantPad2d(9, 1, 1, 2, 0); // left, right, top, bottom
 * Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
 * }</pre>
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad2d.html">torch.nn.ConstantPad2d</a>
 */
public class ConstantPad2d extends ConstantPadNd<ConstantPad2d> {
  /**
   * The value, then the amounts left, right, top and bottom, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 4 amounts
   */
  public ConstantPad2d(double value, long... padding) {
    super(2, value, padding);
  }
}
