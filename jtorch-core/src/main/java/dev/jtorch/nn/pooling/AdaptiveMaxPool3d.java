package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of each of a given number of nearly equal windows of volumes; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}, output {@code (N, C, D', H', W')} or
 * {@code (C, D', H', W')}, with the output size {@code (D', H', W')}.
 *
 * <pre>{@code
 * var pool = new AdaptiveMaxPool3d(F.KEEP, 9, 5); // the depth stays
 * Tensor y = pool.call(Torch.randn(1, 64, 8, 10, 10)); // (1, 64, 8, 9, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool3d.html">torch.nn.AdaptiveMaxPool3d</a>
 */
public class AdaptiveMaxPool3d extends AdaptiveMaxPoolNd<AdaptiveMaxPool3d> {
  /** With this number of windows in each dimension. */
  public AdaptiveMaxPool3d(long outputSize) {
    super(outputSize);
  }

  /** With this output depth, height and width; {@link F#KEEP} keeps the input's size. */
  public AdaptiveMaxPool3d(long depth, long height, long width) {
    super(depth, height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool3d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool3dWithIndices(input, outputSize());
  }
}
