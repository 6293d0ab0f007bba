package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives images their own elements around them, mirrored at the border, which is not repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html">torch.nn.ReflectionPad2d</a>
 */
public class ReflectionPad2d extends PadNd<ReflectionPad2d> {
  /** So much left, right, top and bottom, or one amount for all. */
  public ReflectionPad2d(long... padding) {
    super(2, PadMode.REFLECT, padding);
  }
}
