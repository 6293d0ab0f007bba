package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Pads images with their own elements, mirrored at the border, which is not repeated; see {@link PadNd} for the
 * amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 2 1 0 1 2 3 2 1}, in each dimension.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * {@code W' = W + left + right} and {@code H' = H + top + bottom}.
 *
 * <pre>{@code
 * var pad = new ReflectionPad2d(1, 1, 2, 0); // left, right, top, bottom
 * Tensor y = pad.call(Torch.randn(16, 3, 20, 30)); // (16, 3, 22, 32)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html">torch.nn.ReflectionPad2d</a>
 */
public class ReflectionPad2d extends PadNd<ReflectionPad2d> {
  /**
   * The amounts left, right, top and bottom, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 4 amounts
   */
  public ReflectionPad2d(long... padding) {
    super(2, PadMode.REFLECT, padding);
  }
}
