package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of nearly equal windows of volumes of shape {@code (N, C, D, H, W)}; see {@link AdaptiveMaxPoolNd}.
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html">torch.nn.AdaptiveMaxPool3d</a>
 */
public class AdaptiveMaxPool3d extends AdaptiveMaxPoolNd<AdaptiveMaxPool3d> {
  /** As many windows in each dimension. */
  public AdaptiveMaxPool3d(long outputSize) {
    super(outputSize);
  }

  /** A depth, a height and a width; {@link F#KEEP} keeps the input's. */
  public AdaptiveMaxPool3d(long depth, long height, long width) {
    super(depth, height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool3d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool3dWithIndices(input, outputSize());
  }
}
