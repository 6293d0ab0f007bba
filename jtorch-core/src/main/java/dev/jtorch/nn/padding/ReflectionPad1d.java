package dev.jtorch.nn.padding;

import dev.jtorch.nn.functional.PadMode;

/**
 * Pads signals with their own elements, mirrored at the border, which is not repeated; see {@link PadNd} for the
 * amounts.
 *
 * <p>Formula: {@code 0 1 2 3} padded by 2 becomes {@code 2 1 0 1 2 3 2 1}.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with
 * {@code L' = L + left + right}.
 *
 * <pre>{@code
 * var pad = new ReflectionPad1d(2); // 2 at both ends
 * Tensor y = pad.call(Torch.arange(4.0).reshape(1, 4)); // tensor([[2., 1., 0., 1., 2., 3., 2., 1.]])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReflectionPad1d.html">torch.nn.ReflectionPad1d</a>
 */
public class ReflectionPad1d extends PadNd<ReflectionPad1d> {
  /**
   * The amounts left and right, or one amount for all.
   *
   * @throws dev.jtorch.ShapeException if there are neither 1 nor 2 amounts
   */
  public ReflectionPad1d(long... padding) {
    super(1, PadMode.REFLECT, padding);
  }
}
