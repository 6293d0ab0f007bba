package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives signals their own elements around them, mirrored at the border, which is not repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad1d.html">torch.nn.ReflectionPad1d</a>
 */
public class ReflectionPad1d extends PadNd<ReflectionPad1d> {
  /** So much left and right, or one amount for all. */
  public ReflectionPad1d(long... padding) {
    super(1, PadMode.REFLECT, padding);
  }
}
