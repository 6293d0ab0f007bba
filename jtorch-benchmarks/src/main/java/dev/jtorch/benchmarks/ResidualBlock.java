package dev.jtorch.benchmarks;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.norm.BatchNorm2d;

/** Convolutions with batch norm and a shortcut around them: ResNet's basic block and its bottleneck. */
final class ResidualBlock extends Layer {
  public Sequential body;
  public Layer relu = new ReLU(o -> o.inplace(true));
  public Sequential downsample;

  ResidualBlock(boolean bottleneck, int in, int planes, int stride) {
    int out = bottleneck ? planes * 4 : planes;
    body = bottleneck
        ? new Sequential(conv(in, planes, 1, 1), new BatchNorm2d(planes), new ReLU(o -> o.inplace(true)),
            conv(planes, planes, 3, stride), new BatchNorm2d(planes), new ReLU(o -> o.inplace(true)),
            conv(planes, out, 1, 1),
            new BatchNorm2d(out))
        : new Sequential(conv(in, planes, 3, stride), new BatchNorm2d(planes), new ReLU(o -> o.inplace(true)),
            conv(planes, out, 3, 1), new BatchNorm2d(out));
    downsample = stride == 1 && in == out ? new Sequential()
        : new Sequential(conv(in, out, 1, stride), new BatchNorm2d(out));
  }

  private static Layer conv(int in, int out, int kernel, int stride) {
    return new Conv2d(in, out, kernel, o -> o.stride(stride).padding(kernel / 2).bias(false));
  }

  @Override protected Tensor forward(Tensor x) {
    Tensor shortcut = downsample.call(x);
    return relu.call(body.call(x).add_(shortcut));
  }
}
