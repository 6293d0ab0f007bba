package dev.jtorch.vision.models.unet;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.conv.Conv2d;

/**
 * The end of a {@link UNet}: a convolution of single pixels to the classes.
 *
 * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H, W)}.
 *
 * <p>Initial values: those of its layer.
 *
 * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
 */
public class OutConv extends FluentLayer<OutConv> {
  /** The convolution. */
  public Layer conv;

  /** A convolution from some channels to others. */
  public OutConv(long inChannels, long outChannels) {
    conv = new Conv2d(inChannels, outChannels, 1);
  }

  @Override protected Tensor forward(Tensor x) { return conv.call(x); }
}
