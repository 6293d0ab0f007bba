package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Gives signals the elements at their border around them, repeated; see {@link PadNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad1d.html">torch.nn.ReplicationPad1d</a>
 */
public class ReplicationPad1d extends PadNd<ReplicationPad1d> {
  /** So much left and right, or one amount for all. */
  public ReplicationPad1d(long... padding) {
    super(1, PadMode.REPLICATE, padding);
  }
}
