package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Gives volumes zeros all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad3d.html">torch.nn.ZeroPad3d</a>
 */
public class ZeroPad3d extends ConstantPad3d {
  /** So much left, right, top, bottom, front and back, or one amount for all. */
  public ZeroPad3d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
