package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;

/** Max pooling of images. */
final class MaxPooling2d {
  private MaxPooling2d() {}

  static Tensor of(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return tensor(AtenNN.maxPool2d(handle(input), kernelSize, o.strides(), o.paddings(), o.dilations(), o.ceilMode()));
  }
}
