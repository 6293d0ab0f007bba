package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Pads volumes with their own elements, mirrored at the border, which is not repeated; see {@link PadNd} for the
 * amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 2 1 0 1 2 3 2 1}, in each dimension.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with {@code W' = W + left + right}, {@code H' = H + top + bottom} and
 * {@code D' = D + front + back}.
 *
 * <pre>{@code
 * var pad = new ReflectionPad3d(3, 3, 6, 6, 0, 1); // left, right, top, bottom, front, back
 * Tensor y = pad.call(Torch.randn(2, 3, 8, 10, 15)); // (2, 3, 9, 22, 21)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad3d.html">torch.nn.ReflectionPad3d</a>
 */
public class ReflectionPad3d extends PadNd<ReflectionPad3d> {
  /**
   * The amounts left, right, top, bottom, front and back, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 6 amounts
   */
  public ReflectionPad3d(long... padding) {
    super(3, PadMode.REFLECT, padding);
  }
}
