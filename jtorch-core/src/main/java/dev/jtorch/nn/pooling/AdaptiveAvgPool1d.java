package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of each of a given number of nearly equal windows of signals; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}, output {@code (N, C, L')} or {@code (C, L')}, with the output
 * size {@code L'}.
 *
 * <pre>{@code
 * var pool = new AdaptiveAvgPool1d(5);
 * Tensor y = pool.call(Torch.randn(1, 64, 8)); // (1, 64, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html">torch.nn.AdaptiveAvgPool1d</a>
 */
public class AdaptiveAvgPool1d extends AdaptiveAvgPoolNd<AdaptiveAvgPool1d> {
  /** With this number of windows. */
  public AdaptiveAvgPool1d(long outputSize) {
    super(outputSize);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool1d(input, outputSize()); }
}
