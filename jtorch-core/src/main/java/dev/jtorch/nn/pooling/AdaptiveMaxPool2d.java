package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of nearly equal windows of images of shape {@code (N, C, H, W)}; see {@link AdaptiveMaxPoolNd}.
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html">torch.nn.AdaptiveMaxPool2d</a>
 */
public class AdaptiveMaxPool2d extends AdaptiveMaxPoolNd<AdaptiveMaxPool2d> {
  /** As many windows in each dimension. */
  public AdaptiveMaxPool2d(long outputSize) {
    super(outputSize);
  }

  /** A height and a width; {@link F#KEEP} keeps the input's. */
  public AdaptiveMaxPool2d(long height, long width) {
    super(height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool2d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool2dWithIndices(input, outputSize());
  }
}
