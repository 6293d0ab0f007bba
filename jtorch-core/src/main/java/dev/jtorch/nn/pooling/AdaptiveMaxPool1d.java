package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of each of a given number of nearly equal windows of signals; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with the output
 * size {@code L'}.
 *
 * <pre>{@code
 * var pool = new AdaptiveMaxPool1d(5);
 * Tensor y = pool.call(Torch.randn(1, 64, 8)); // (1, 64, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html">torch.nn.AdaptiveMaxPool1d</a>
 */
public class AdaptiveMaxPool1d extends AdaptiveMaxPoolNd<AdaptiveMaxPool1d> {
  /** With this number of windows. */
  public AdaptiveMaxPool1d(long outputSize) {
    super(outputSize);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool1d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool1dWithIndices(input, outputSize());
  }
}
