package dev.jtorch.nn.padding;

/**
 * Gives signals one value all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: the value stands before the amounts.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ConstantPad1d.html">torch.nn.ConstantPad1d</a>
 */
public class ConstantPad1d extends ConstantPadNd<ConstantPad1d> {
  /** The value, and how much of it left and right, or one amount for all. */
  public ConstantPad1d(double value, long... padding) {
    super(1, value, padding);
  }
}
