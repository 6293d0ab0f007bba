package dev.jtorch.nn.padding;

/**
 * Gives volumes one value all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad3d.html">torch.nn.ConstantPad3d</a>
 */
public class ConstantPad3d extends ConstantPadNd<ConstantPad3d> {
  /** The value, and how much of it left, right, top, bottom, front and back, or one amount for all. */
  public ConstantPad3d(double value, long... padding) {
    super(3, value, padding);
  }
}
