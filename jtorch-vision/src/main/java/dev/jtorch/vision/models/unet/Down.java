package dev.jtorch.vision.models.unet;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.pooling.MaxPool2d;

/**
 * A step down of a {@link UNet}: images of half the size, and then a {@link DoubleConv}.
 *
 * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H / 2, W / 2)}, rounded down.
 *
 * <p>Initial values: those of its layers.
 *
 * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
 */
public class Down extends FluentLayer<Down> {
  /** The maximum of neighbours, and the convolutions. */
  public Sequential maxpoolConv;

  /** A step from some channels to others. */
  public Down(long inChannels, long outChannels) {
    maxpoolConv = new Sequential(new MaxPool2d(2), new DoubleConv(inChannels, outChannels));
  }

  @Override protected Tensor forward(Tensor x) { return maxpoolConv.call(x); }
}
