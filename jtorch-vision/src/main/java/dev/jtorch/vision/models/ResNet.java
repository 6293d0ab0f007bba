package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import java.util.function.UnaryOperator;

/**
 * A residual network: a convolution, four stages of residual blocks, and a linear layer on the means of the channels.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses)}; each stage but the first halves the images, which the
 * beginning makes smaller by four.
 *
 * <p>Initial values: convolutions after He, from fans out; scales 1 and shifts 0; the linear layer as {@link Linear}. The same
 * seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict}, not by a builder.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/resnet.html">torchvision's ResNet</a>;
 *     <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition</a>
 */
public class ResNet extends FluentLayer<ResNet> {
  private static final long FIRST_PLANES = 64;

  private final ResNetOptions options;
  /** The first convolution, of 7x7 and stride 2. */
  public Layer conv1;
  /** The first normalisation. */
  public Layer bn1;
  /** The first activation. */
  public Layer relu;
  /** The maximum of neighbours, with stride 2. */
  public Layer maxpool;
  /** The first stage, of 64 planes. */
  public Sequential layer1;
  /** The second stage, of 128 planes. */
  public Sequential layer2;
  /** The third stage, of 256 planes. */
  public Sequential layer3;
  /** The fourth stage, of 512 planes. */
  public Sequential layer4;
  /** The mean of each channel. */
  public Layer avgpool;
  /** The linear layer that gives the logits. */
  public Layer fc;

  /**
   * A network of four stages of {@code layers} blocks each.
   *
   * @throws TorchException if there are not four stages, or if the blocks refuse the options
   */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public ResNet(Block block, long[] layers, UnaryOperator<ResNetOptions> with) {
    if (layers.length != 4) {
      throw new TorchException("ResNet: layers has " + layers.length + " numbers (expected: 4, one for each stage)");
    }
    options = with.apply(new ResNetOptions());
    var dilate = options.replaceStrideWithDilation();
    conv1 = new Conv2d(3, FIRST_PLANES, 7, o -> o.stride(2).padding(3).bias(false));
    bn1 = options.normLayer().apply(FIRST_PLANES);
    relu = new ReLU(o -> o.inplace(true));
    maxpool = new MaxPool2d(3, o -> o.stride(2).padding(1));
    var stages = new Stages(block, options, FIRST_PLANES);
    layer1 = stages.next(64, layers[0], 1, false);
    layer2 = stages.next(128, layers[1], 2, dilate.get(0));
    layer3 = stages.next(256, layers[2], 2, dilate.get(1));
    layer4 = stages.next(512, layers[3], 2, dilate.get(2));
    avgpool = new AdaptiveAvgPool2d(1, 1);
    fc = new Linear(512 * block.expansion(), options.numClasses());
    modules().forEach(InitialValues::fanOut);
    if (options.zeroInitResidual()) modules().forEach(ResNet::silence);
  }

  /** Lets a block add nothing to its shortcut before training. */
  private static void silence(Module module) {
    if (module instanceof Bottleneck block) silenceNorm(block.bn3);
    else if (module instanceof BasicBlock block) silenceNorm(block.bn2);
  }

  private static void silenceNorm(Layer norm) {
    Parameter scale = norm.namedParameters().get("weight");
    if (scale != null) Init.constant_(scale, 0);
  }

  @Override protected Tensor forward(Tensor x) {
    x = maxpool.call(relu.call(bn1.call(conv1.call(x))));
    x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
    return fc.call(avgpool.call(x).flatten(1));
  }

  /** {@return how the network was built} */
  public final ResNetOptions options() { return options; }

  /** ResNet-18 for ImageNet's 1000 classes. */
  public static ResNet resnet18() {
    return resnet18(o -> o);
  }

  /** ResNet-18 with options. */
  public static ResNet resnet18(UnaryOperator<ResNetOptions> with) {
    return new ResNet(Block.BASIC, new long[] {2, 2, 2, 2}, with);
  }

  /** ResNet-34 for ImageNet's 1000 classes. */
  public static ResNet resnet34() {
    return resnet34(o -> o);
  }

  /** ResNet-34 with options. */
  public static ResNet resnet34(UnaryOperator<ResNetOptions> with) {
    return new ResNet(Block.BASIC, new long[] {3, 4, 6, 3}, with);
  }

  /** ResNet-50 for ImageNet's 1000 classes. */
  public static ResNet resnet50() {
    return resnet50(o -> o);
  }

  /** ResNet-50 with options. */
  public static ResNet resnet50(UnaryOperator<ResNetOptions> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 4, 6, 3}, with);
  }

  /** ResNet-101 for ImageNet's 1000 classes. */
  public static ResNet resnet101() {
    return resnet101(o -> o);
  }

  /** ResNet-101 with options. */
  public static ResNet resnet101(UnaryOperator<ResNetOptions> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 4, 23, 3}, with);
  }

  /** ResNet-152 for ImageNet's 1000 classes. */
  public static ResNet resnet152() {
    return resnet152(o -> o);
  }

  /** ResNet-152 with options. */
  public static ResNet resnet152(UnaryOperator<ResNetOptions> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 8, 36, 3}, with);
  }

  /** ResNeXt-50 of 32 groups of width 4. */
  public static ResNet resnext50_32x4d() {
    return resnext50_32x4d(o -> o);
  }

  /** ResNeXt-50 of 32 groups of width 4, with other options. */
  public static ResNet resnext50_32x4d(UnaryOperator<ResNetOptions> with) {
    return resnet50(grouped(32, 4, with));
  }

  /** ResNeXt-101 of 32 groups of width 8. */
  public static ResNet resnext101_32x8d() {
    return resnext101_32x8d(o -> o);
  }

  /** ResNeXt-101 of 32 groups of width 8, with other options. */
  public static ResNet resnext101_32x8d(UnaryOperator<ResNetOptions> with) {
    return resnet101(grouped(32, 8, with));
  }

  /** ResNeXt-101 of 64 groups of width 4. */
  public static ResNet resnext101_64x4d() {
    return resnext101_64x4d(o -> o);
  }

  /** ResNeXt-101 of 64 groups of width 4, with other options. */
  public static ResNet resnext101_64x4d(UnaryOperator<ResNetOptions> with) {
    return resnet101(grouped(64, 4, with));
  }

  /** ResNet-50 with 3x3 convolutions twice as wide. */
  public static ResNet wide_resnet50_2() {
    return wide_resnet50_2(o -> o);
  }

  /** ResNet-50 with 3x3 convolutions twice as wide, with other options. */
  public static ResNet wide_resnet50_2(UnaryOperator<ResNetOptions> with) {
    return resnet50(wide(with));
  }

  /** ResNet-101 with 3x3 convolutions twice as wide. */
  public static ResNet wide_resnet101_2() {
    return wide_resnet101_2(o -> o);
  }

  /** ResNet-101 with 3x3 convolutions twice as wide, with other options. */
  public static ResNet wide_resnet101_2(UnaryOperator<ResNetOptions> with) {
    return resnet101(wide(with));
  }

  private static UnaryOperator<ResNetOptions> grouped(long groups, long width, UnaryOperator<ResNetOptions> with) {
    return o -> {
      ResNetOptions chosen = with.apply(o.groups(groups).widthPerGroup(width));
      requireFixed("groups", groups, chosen.groups());
      requireFixed("width_per_group", width, chosen.widthPerGroup());
      return chosen;
    };
  }

  private static UnaryOperator<ResNetOptions> wide(UnaryOperator<ResNetOptions> with) {
    return o -> {
      ResNetOptions chosen = with.apply(o.widthPerGroup(128));
      requireFixed("width_per_group", 128, chosen.widthPerGroup());
      return chosen;
    };
  }

  private static void requireFixed(String name, long expected, long got) {
    if (got == expected) return;
    throw new TorchException(
        "The parameter '" + name + "' expected value " + expected + " but got " + got + " instead.");
  }
}
