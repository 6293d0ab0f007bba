package dev.jtorch.benchmarks;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;

/** A network with the layers and sizes of ResNet (He et al. 2015, arXiv:1512.03385), for measuring. */
final class ResNetShape extends Layer {
  public Layer conv1 = new Conv2d(3, 64, 7, o -> o.stride(2).padding(3).bias(false));
  public Layer bn1 = new BatchNorm2d(64);
  public Layer relu = new ReLU(o -> o.inplace(true));
  public Layer maxpool = new MaxPool2d(3, o -> o.stride(2).padding(1));
  public Layer layer1;
  public Layer layer2;
  public Layer layer3;
  public Layer layer4;
  public Layer avgpool = new AdaptiveAvgPool2d(1);
  public Layer fc;

  private ResNetShape(boolean bottleneck, int... depths) {
    int expansion = bottleneck ? 4 : 1;
    layer1 = stage(bottleneck, 64, 64, depths[0], 1);
    layer2 = stage(bottleneck, 64 * expansion, 128, depths[1], 2);
    layer3 = stage(bottleneck, 128 * expansion, 256, depths[2], 2);
    layer4 = stage(bottleneck, 256 * expansion, 512, depths[3], 2);
    fc = new Linear(512L * expansion, 1000);
  }

  static ResNetShape of18Layers() { return new ResNetShape(false, 2, 2, 2, 2); }

  static ResNetShape of50Layers() { return new ResNetShape(true, 3, 4, 6, 3); }

  private static Layer stage(boolean bottleneck, int in, int planes, int depth, int stride) {
    var blocks = new Layer[depth];
    for (int i = 0; i < depth; i++) {
      int from = i == 0 ? in : planes * (bottleneck ? 4 : 1);
      blocks[i] = new ResidualBlock(bottleneck, from, planes, i == 0 ? stride : 1);
    }
    return new Sequential(blocks);
  }

  @Override protected Tensor forward(Tensor x) {
    x = maxpool.call(relu.call(bn1.call(conv1.call(x))));
    x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
    return fc.call(avgpool.call(x).flatten(1));
  }
}
