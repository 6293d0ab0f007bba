package dev.jtorch.vision.models.unet;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.norm.BatchNorm2d;

/**
 * Two 3x3 convolutions, each with a normalisation and a ReLU.
 *
 * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H, W)}.
 *
 * <p>Initial values: those of its layers.
 *
 * <p>Differs from PyTorch: it has no such layer; this one's keys are those of the implementation that is best known.
 *
 * @see UNet
 */
public class DoubleConv extends FluentLayer<DoubleConv> {
  /** Both convolutions with what follows each, numbered from 0 to 5. */
  public Sequential doubleConv;

  /** Two convolutions with as many channels between them as behind them. */
  public DoubleConv(long inChannels, long outChannels) {
    this(inChannels, outChannels, outChannels);
  }

  /**
   * Two convolutions.
   *
   * @param midChannels how many channels there are between them; 0 stands for {@code outChannels}
   */
  public DoubleConv(long inChannels, long outChannels, long midChannels) {
    long mid = midChannels == 0 ? outChannels : midChannels;
    doubleConv = new Sequential(conv(inChannels, mid), new BatchNorm2d(mid), new ReLU(o -> o.inplace(true)),
        conv(mid, outChannels), new BatchNorm2d(outChannels), new ReLU(o -> o.inplace(true)));
  }

  private static Conv2d conv(long in, long out) {
    return new Conv2d(in, out, 3, o -> o.padding(1).bias(false));
  }

  @Override protected Tensor forward(Tensor x) { return doubleConv.call(x); }
}
