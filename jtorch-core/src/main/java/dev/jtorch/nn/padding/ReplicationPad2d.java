package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives images the elements at their border around them, repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html">torch.nn.ReplicationPad2d</a>
 */
public class ReplicationPad2d extends PadNd<ReplicationPad2d> {
  /** So much left, right, top and bottom, or one amount for all. */
  public ReplicationPad2d(long... padding) {
    super(2, PadMode.REPLICATE, padding);
  }
}
