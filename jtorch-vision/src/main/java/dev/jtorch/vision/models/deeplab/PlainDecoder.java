package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;

/**
 * The decoder of a {@link DeepLab} without header, which looks at the last map only.
 *
 * <p>Formula: {@code y = probConv(featConv(high))}
 *
 * <p>Shape: input {@code (N, highChannels, h, w)} and an early map that is not used, output {@code (N, numClasses, h, w)}.
 *
 * <p>Initial values: convolutions after He, from fans in, the last bias as in a convolution; scales 1, shifts 0.
 *
 * <p>Differs from PyTorch: it has no such layer.
 */
public class PlainDecoder extends MapsToLogits {
  /** A 3x3 convolution to 256 channels, a normalisation and a ReLU. */
  public Layer featConv;
  /** A dropout, and the convolution of single pixels to the classes. */
  public Layer probConv;

  /** A decoder for a backbone's last map. */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public PlainDecoder(long numClasses, long highChannels, LongFunction<? extends BatchNorm2d> norm) {
    featConv = ConvHead.features(highChannels, norm);
    probConv = ConvHead.logits(numClasses);
    HeadValues.draw(this);
  }

  @Override protected Tensor forward(Backbone.Maps maps) { return probConv.call(featConv.call(maps.high())); }
}
