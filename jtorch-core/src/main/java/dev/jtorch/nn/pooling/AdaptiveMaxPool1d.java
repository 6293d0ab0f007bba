package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of nearly equal windows of signals of shape {@code (N, C, L)}; see {@link AdaptiveMaxPoolNd}.
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html">torch.nn.AdaptiveMaxPool1d</a>
 */
public class AdaptiveMaxPool1d extends AdaptiveMaxPoolNd<AdaptiveMaxPool1d> {
  /** As many windows. */
  public AdaptiveMaxPool1d(long outputSize) {
    super(outputSize);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool1d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool1dWithIndices(input, outputSize());
  }
}
