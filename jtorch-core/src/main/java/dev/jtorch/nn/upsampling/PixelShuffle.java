package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Makes images larger by making places of channels.
 *
 * <p>Shape: input {@code (*, C r², H, W)}, output {@code (*, C, H r, W r)}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html">torch.nn.PixelShuffle</a>
 */
public class PixelShuffle extends FluentLayer<PixelShuffle> {
  private final long upscaleFactor;

  /** By a factor r for height and width. */
  public PixelShuffle(long upscaleFactor) {
    this.upscaleFactor = upscaleFactor;
  }

  @Override protected Tensor forward(Tensor input) { return F.pixelShuffle(input, upscaleFactor); }

  @Override protected String extraRepr() { return "upscale_factor=" + upscaleFactor; }
}
