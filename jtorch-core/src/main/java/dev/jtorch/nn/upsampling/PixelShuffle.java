package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns channels into pixels, which makes images larger.
 *
 * <p>Formula: {@code y(c, h r + i, w r + j) = x(c r² + i r + j, h, w)}
 *
 * <p>Shape: input {@code (*, C r², H, W)}, output {@code (*, C, H r, W r)}.
 *
 * <pre>{@code
 * var shuffle = new PixelShuffle(3);
 * Tensor y = shuffle.call(Torch.randn(1, 9, 4, 4)); // (1, 1, 12, 12)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html">torch.nn.PixelShuffle</a>
 */
public class PixelShuffle extends FluentLayer<PixelShuffle> {
  private final long upscaleFactor;

  /** With the factor r for height and width. */
  public PixelShuffle(long upscaleFactor) {
    this.upscaleFactor = upscaleFactor;
  }

  @Override protected Tensor forward(Tensor input) { return F.pixelShuffle(input, upscaleFactor); }

  @Override protected String extraRepr() { return "upscale_factor=" + upscaleFactor; }
}
