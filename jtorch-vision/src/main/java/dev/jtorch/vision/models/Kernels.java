package dev.jtorch.vision.models;

import dev.jtorch.nn.conv.Conv2d;

/** The two convolutions that residual blocks are made of; neither has a bias, for a normalisation follows. */
final class Kernels {
  private Kernels() {}

  /** One that keeps the size of images but for its stride. */
  static Conv2d conv3x3(long in, long out, long stride, long groups, long dilation) {
    return new Conv2d(in, out, 3,
        o -> o.stride(stride).padding(dilation).groups(groups).bias(false).dilation(dilation));
  }

  static Conv2d conv1x1(long in, long out, long stride) {
    return new Conv2d(in, out, 1, o -> o.stride(stride).bias(false));
  }
}
