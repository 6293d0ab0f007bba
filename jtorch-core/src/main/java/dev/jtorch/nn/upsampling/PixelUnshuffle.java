package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns pixels into channels, which makes images smaller: the inverse of {@link PixelShuffle}.
 *
 * <p>Formula: {@code y(c r² + i r + j, h, w) = x(c, h r + i, w r + j)}
 *
 * <p>Shape: input {@code (*, C, H r, W r)}, output {@code (*, C r², H, W)}.
 *
 * <pre>{@code
 * var unshuffle = new PixelUnshuffle(3);
 * Tensor y = unshuffle.call(Torch.randn(1, 1, 12, 12)); // (1, 9, 4, 4)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html">torch.nn.PixelUnshuffle</a>
 */
public class PixelUnshuffle extends FluentLayer<PixelUnshuffle> {
  private final long downscaleFactor;

  /** With the factor r for height and width. */
  public PixelUnshuffle(long downscaleFactor) {
    this.downscaleFactor = downscaleFactor;
  }

  @Override protected Tensor forward(Tensor input) { return F.pixelUnshuffle(input, downscaleFactor); }

  @Override protected String extraRepr() { return "downscale_factor=" + downscaleFactor; }
}
