package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Takes the mean of each of a given number of nearly equal windows of images; see {@link AdaptivePoolNd} for the
 * windows.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}, output {@code (N, C, H', W')} or {@code (C, H', W')}, with
 * the output size {@code (H', W')}.
 *
 * <pre>{@code
 * var pool = new AdaptiveAvgPool2d(5, 7);
 * Tensor y = pool.call(Torch.randn(1, 64, 8, 9)); // (1, 64, 5, 7)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html">torch.nn.AdaptiveAvgPool2d</a>
 */
public class AdaptiveAvgPool2d extends AdaptiveAvgPoolNd<AdaptiveAvgPool2d> {
  /** With this number of windows in each dimension. */
  public AdaptiveAvgPool2d(long outputSize) {
    super(outputSize);
  }

  /** With this output height and width; {@link F#KEEP} keeps the input's size. */
  public AdaptiveAvgPool2d(long height, long width) {
    super(height, width);
  }

  @Override protected Tensor forward(Tensor input) { return F.adaptiveAvgPool2d(input, outputSize()); }
}
