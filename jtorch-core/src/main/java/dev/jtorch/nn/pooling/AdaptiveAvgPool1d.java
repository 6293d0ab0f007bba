package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of nearly equal windows of signals of shape {@code (N, C, L)}; see {@link AdaptiveAvgPoolNd}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html">torch.nn.AdaptiveAvgPool1d</a>
 */
public class AdaptiveAvgPool1d extends AdaptiveAvgPoolNd<AdaptiveAvgPool1d> {
  /** As many windows. */
  public AdaptiveAvgPool1d(long outputSize) {
    super(outputSize);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool1d(input, outputSize()); }
}
