package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Pads images with the element at the border, repeated; see {@link PadNd} for the amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 0 0 0 1 2 3 3 3}, in each dimension.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code W' = W + left + right} and {@code H' = H + top + bottom}.
 *
 * <pre>{@code
 * var pad = new ReplicationPad2d(1, 1, 2, 0); // left, right, top, bottom
 * Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html">torch.nn.ReplicationPad2d</a>
 */
public class ReplicationPad2d extends PadNd<ReplicationPad2d> {
  /**
   * The amounts left, right, top and bottom, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 4 amounts
   */
  public ReplicationPad2d(long... padding) {
    super(2, PadMode.REPLICATE, padding);
  }
}
