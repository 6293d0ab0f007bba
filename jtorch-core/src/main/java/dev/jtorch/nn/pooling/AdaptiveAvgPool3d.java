package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of nearly equal windows of volumes of shape {@code (N, C, D, H, W)}; see {@link AdaptiveAvgPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool3d.html">torch.nn.AdaptiveAvgPool3d</a>
 */
public class AdaptiveAvgPool3d extends AdaptiveAvgPoolNd<AdaptiveAvgPool3d> {
  /** As many windows in each dimension. */
  public AdaptiveAvgPool3d(long outputSize) {
    super(outputSize);
  }

  /** A depth, a height and a width; {@link F#KEEP} keeps the input's. */
  public AdaptiveAvgPool3d(long depth, long height, long width) {
    super(depth, height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool3d(input, outputSize()); }
}
