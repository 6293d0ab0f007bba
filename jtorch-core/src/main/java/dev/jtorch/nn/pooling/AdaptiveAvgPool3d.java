package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of each of a given number of nearly equal windows of volumes; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with the output size {@code (D', H', W')}.
 *
 * <pre>{@code
 * var pool = new AdaptiveAvgPool3d(F.KEEP, 9, 5); // the depth stays
 * Tensor y = pool.call(Torch.randn(1, 64, 8, 10, 10)); // (1, 64, 8, 9, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html">torch.nn.AdaptiveAvgPool3d</a>
 */
public class AdaptiveAvgPool3d extends AdaptiveAvgPoolNd<AdaptiveAvgPool3d> {
  /** With this number of windows in each dimension. */
  public AdaptiveAvgPool3d(long outputSize) {
    super(outputSize);
  }

  /** With this output depth, height and width; {@link F#KEEP} keeps the input's size. */
  public AdaptiveAvgPool3d(long depth, long height, long width) {
    super(depth, height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool3d(input, outputSize()); }
}
