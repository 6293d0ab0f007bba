package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Gives images zeros all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html">torch.nn.ZeroPad2d</a>
 */
public class ZeroPad2d extends ConstantPad2d {
  /** So much left, right, top and bottom, or one amount for all. */
  public ZeroPad2d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
