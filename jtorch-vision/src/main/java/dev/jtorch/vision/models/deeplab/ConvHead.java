package dev.jtorch.vision.models.deeplab;

import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;

/** The two parts of the smallest head of a network that says of each pixel what it belongs to. */
final class ConvHead {
  private static final long PLANES = 256;

  private ConvHead() {}

  /** A 3x3 convolution to 256 channels, a normalisation and a ReLU. */
  static Sequential features(long in, LongFunction<? extends BatchNorm2d> norm) {
    return new Sequential(new Conv2d(in, PLANES, 3, o -> o.padding(1).bias(false)), norm.apply(PLANES), new ReLU());
  }

  /** A dropout, and a convolution of single pixels to the classes. */
  static Sequential logits(long numClasses) {
    return new Sequential(new Dropout(0.1), new Conv2d(PLANES, numClasses, 1));
  }
}
