package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of nearly equal windows of images of shape {@code (N, C, H, W)}; see {@link AdaptiveAvgPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html">torch.nn.AdaptiveAvgPool2d</a>
 */
public class AdaptiveAvgPool2d extends AdaptiveAvgPoolNd<AdaptiveAvgPool2d> {
  /** As many windows in each dimension. */
  public AdaptiveAvgPool2d(long outputSize) {
    super(outputSize);
  }

  /** A height and a width; {@link F#KEEP} keeps the input's. */
  public AdaptiveAvgPool2d(long height, long width) {
    super(height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool2d(input, outputSize()); }
}
