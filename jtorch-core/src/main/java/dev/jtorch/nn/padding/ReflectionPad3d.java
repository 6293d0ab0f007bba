package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives volumes their own elements around them, mirrored at the border, which is not repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad3d.html">torch.nn.ReflectionPad3d</a>
 */
public class ReflectionPad3d extends PadNd<ReflectionPad3d> {
  /** So much left, right, top, bottom, front and back, or one amount for all. */
  public ReflectionPad3d(long... padding) {
    super(3, PadMode.REFLECT, padding);
  }
}
