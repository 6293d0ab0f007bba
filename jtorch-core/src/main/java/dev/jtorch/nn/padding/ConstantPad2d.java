package dev.jtorch.nn.padding;

/**
 * Gives images one value all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad2d.html">torch.nn.ConstantPad2d</a>
 */
public class ConstantPad2d extends ConstantPadNd<ConstantPad2d> {
  /** The value, and how much of it left, right, top and bottom, or one amount for all. */
  public ConstantPad2d(double value, long... padding) {
    super(2, value, padding);
  }
}
