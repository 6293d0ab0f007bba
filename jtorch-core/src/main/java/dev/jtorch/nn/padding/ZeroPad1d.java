package dev.jtorch.nn.padding;

import dev.jtorch.internal.text.PythonNumbers;

/**
 * Gives signals zeros all around; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ZeroPad1d.html">torch.nn.ZeroPad1d</a>
 */
public class ZeroPad1d extends ConstantPad1d {
  /** So much left and right, or one amount for all. */
  public ZeroPad1d(long... padding) {
    super(0, padding);
  }

  @Override protected String extraRepr() { return PythonNumbers.tuple(padding()); }
}
