package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Pads signals with the element at the border, repeated; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 0 0 0 1 2 3 3 3}.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = L + left + right}.
 *
 * <pre>{@code
 * var pad = new ReplicationPad1d(2); // 2 at both ends
 * Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[0., 0., 0., 1., 2., 3., 3., 3.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad1d.html">torch.nn.ReplicationPad1d</a>
 */
public class ReplicationPad1d extends PadNd<ReplicationPad1d> {
  /**
   * The amounts left and right, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 2 amounts
   */
  public ReplicationPad1d(long... padding) {
    super(1, PadMode.REPLICATE, padding);
  }
}
