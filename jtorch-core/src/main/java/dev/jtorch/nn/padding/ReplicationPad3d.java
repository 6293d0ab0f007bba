package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives volumes the elements at their border around them, repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad3d.html">torch.nn.ReplicationPad3d</a>
 */
public class ReplicationPad3d extends PadNd<ReplicationPad3d> {
  /** So much left, right, top, bottom, front and back, or one amount for all. */
  public ReplicationPad3d(long... padding) {
    super(3, PadMode.REPLICATE, padding);
  }
}
