package dev.jtorch.nn.upsampling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Makes images smaller by making channels of places.
 *
 * <p>Shape: input {@code (*, C, H r, W r)}, output {@code (*, C r², H, W)}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html">torch.nn.PixelUnshuffle</a>
 */
public class PixelUnshuffle extends FluentLayer<PixelUnshuffle> {
  private final long downscaleFactor;

  /** By a factor r for height and width. */
  public PixelUnshuffle(long downscaleFactor) {
    this.downscaleFactor = downscaleFactor;
  }

  @Override protected Tensor forward(Tensor input) { return F.pixelUnshuffle(input, downscaleFactor); }

  @Override protected String extraRepr() { return "downscale_factor=" + downscaleFactor; }
}
