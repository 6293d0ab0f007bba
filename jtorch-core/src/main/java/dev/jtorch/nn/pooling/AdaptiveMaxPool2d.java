package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.MaxPoolResult;

/**
 * Takes the maximum of each of a given number of nearly equal windows of images; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * the output size {@code (H', W')}.
 *
 * <pre>{@code
 * var pool = new AdaptiveMaxPool2d(5, 7);
 * Tensor y = pool.call(Torch.randn(1, 64, 8, 9)); // (1, 64, 5, 7)
 * }</pre>
 *
 * <p>Differs from PyTorch: the indices come from {@link #withIndices}, not from an option.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html">torch.nn.AdaptiveMaxPool2d</a>
 */
public class AdaptiveMaxPool2d extends AdaptiveMaxPoolNd<AdaptiveMaxPool2d> {
  /** With this number of windows in each dimension. */
  public AdaptiveMaxPool2d(long outputSize) {
    super(outputSize);
  }

  /** With this output height and width; {@link F#KEEP} keeps the input's size. */
  public AdaptiveMaxPool2d(long height, long width) {
    super(height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveMaxPool2d(input, outputSize()); }

  @Override public MaxPoolResult withIndices(Tensor input) {
    return F.adaptiveMaxPool2dWithIndices(input, outputSize());
  }
}
