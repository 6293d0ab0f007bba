package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A residual network: a convolution, four stages of residual blocks, and a linear layer on the means of the channels.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses)}; each stage but the first halves the images, which the
 * beginning makes smaller by four.
 *
 * <p>Initial values: convolutions Kaiming normal with fan-out; normalisations with weight 1 and bias 0; the linear layer as {@link Linear}. The same
 * seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict}, not by a builder.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/resnet.html">torchvision's ResNet</a>;
 *     <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition</a>
 */
public class ResNet extends FluentLayer<ResNet> {
  private static final long FIRST_PLANES = 64;

  private final Options options;
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
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public ResNet(Block block, long[] layers, UnaryOperator<Options> with) {
    if (layers.length != 4) {
      throw new TorchException("ResNet: layers has " + layers.length + " numbers (expected: 4, one for each stage)");
    }
    options = with.apply(new Options());
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

  /** Sets the last normalisation of a block to zero: the residual branch adds nothing until it has learnt something. */
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

  /** A 3x3 convolution that keeps the size of images apart from its stride; no bias, because a normalisation follows. */
  private static Conv2d conv3x3(long in, long out, long stride, long groups, long dilation) {
    return new Conv2d(in, out, 3,
        o -> o.stride(stride).padding(dilation).groups(groups).bias(false).dilation(dilation));
  }

  private static Conv2d conv1x1(long in, long out, long stride) {
    return new Conv2d(in, out, 1, o -> o.stride(stride).bias(false));
  }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  /** ResNet-18 for ImageNet's 1000 classes. */
  public static ResNet resnet18() {
    return resnet18(o -> o);
  }

  /** ResNet-18 with options. */
  public static ResNet resnet18(UnaryOperator<Options> with) {
    return new ResNet(Block.BASIC, new long[] {2, 2, 2, 2}, with);
  }

  /** ResNet-34 for ImageNet's 1000 classes. */
  public static ResNet resnet34() {
    return resnet34(o -> o);
  }

  /** ResNet-34 with options. */
  public static ResNet resnet34(UnaryOperator<Options> with) {
    return new ResNet(Block.BASIC, new long[] {3, 4, 6, 3}, with);
  }

  /** ResNet-50 for ImageNet's 1000 classes. */
  public static ResNet resnet50() {
    return resnet50(o -> o);
  }

  /** ResNet-50 with options. */
  public static ResNet resnet50(UnaryOperator<Options> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 4, 6, 3}, with);
  }

  /** ResNet-101 for ImageNet's 1000 classes. */
  public static ResNet resnet101() {
    return resnet101(o -> o);
  }

  /** ResNet-101 with options. */
  public static ResNet resnet101(UnaryOperator<Options> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 4, 23, 3}, with);
  }

  /** ResNet-152 for ImageNet's 1000 classes. */
  public static ResNet resnet152() {
    return resnet152(o -> o);
  }

  /** ResNet-152 with options. */
  public static ResNet resnet152(UnaryOperator<Options> with) {
    return new ResNet(Block.BOTTLENECK, new long[] {3, 8, 36, 3}, with);
  }

  /** ResNeXt-50 of 32 groups of width 4. */
  public static ResNet resnext50_32x4d() {
    return resnext50_32x4d(o -> o);
  }

  /** ResNeXt-50 of 32 groups of width 4, with other options. */
  public static ResNet resnext50_32x4d(UnaryOperator<Options> with) {
    return resnet50(grouped(32, 4, with));
  }

  /** ResNeXt-101 of 32 groups of width 8. */
  public static ResNet resnext101_32x8d() {
    return resnext101_32x8d(o -> o);
  }

  /** ResNeXt-101 of 32 groups of width 8, with other options. */
  public static ResNet resnext101_32x8d(UnaryOperator<Options> with) {
    return resnet101(grouped(32, 8, with));
  }

  /** ResNeXt-101 of 64 groups of width 4. */
  public static ResNet resnext101_64x4d() {
    return resnext101_64x4d(o -> o);
  }

  /** ResNeXt-101 of 64 groups of width 4, with other options. */
  public static ResNet resnext101_64x4d(UnaryOperator<Options> with) {
    return resnet101(grouped(64, 4, with));
  }

  /** ResNet-50 with 3x3 convolutions twice as wide. */
  public static ResNet wide_resnet50_2() {
    return wide_resnet50_2(o -> o);
  }

  /** ResNet-50 with 3x3 convolutions twice as wide, with other options. */
  public static ResNet wide_resnet50_2(UnaryOperator<Options> with) {
    return resnet50(wide(with));
  }

  /** ResNet-101 with 3x3 convolutions twice as wide. */
  public static ResNet wide_resnet101_2() {
    return wide_resnet101_2(o -> o);
  }

  /** ResNet-101 with 3x3 convolutions twice as wide, with other options. */
  public static ResNet wide_resnet101_2(UnaryOperator<Options> with) {
    return resnet101(wide(with));
  }

  private static UnaryOperator<Options> grouped(long groups, long width, UnaryOperator<Options> with) {
    return o -> {
      Options chosen = with.apply(o.groups(groups).widthPerGroup(width));
      requireFixed("groups", groups, chosen.groups());
      requireFixed("width_per_group", width, chosen.widthPerGroup());
      return chosen;
    };
  }

  private static UnaryOperator<Options> wide(UnaryOperator<Options> with) {
    return o -> {
      Options chosen = with.apply(o.widthPerGroup(128));
      requireFixed("width_per_group", 128, chosen.widthPerGroup());
      return chosen;
    };
  }

  private static void requireFixed(String name, long expected, long got) {
    if (got == expected) return;
    throw new TorchException(
        "The parameter '" + name + "' expected value " + expected + " but got " + got + " instead.");
  }

  /**
   * A kind of residual block that a {@link ResNet} is built of. {@link #of} makes kinds of your own.
   *
   * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
   */
  public interface Block {
    /** Two convolutions; see {@link BasicBlock}. */
    Block BASIC = of(1, BasicBlock::new);

    /** Three convolutions, the middle one narrow; see {@link Bottleneck}. */
    Block BOTTLENECK = of(4, Bottleneck::new);

    /** A block has this times {@code planes} output channels. */
    long expansion();

    /** Builds a block of {@code inplanes} channels in and {@code planes} times {@link #expansion()} out. */
    Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with);

    /** {@return a kind of block from its expansion and its constructor} */
    static Block of(long expansion, Maker maker) {
      return new Block() {
        @Override public long expansion() { return expansion; }

        @Override public Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
          return maker.build(inplanes, planes, with);
        }
      };
    }

    /** A block's constructor. */
    interface Maker {
      /** Builds a block. */
      Layer build(long inplanes, long planes, UnaryOperator<BlockOptions> with);
    }
  }

  /**
   * Two 3x3 convolutions and a shortcut.
   *
   * <p>Formula: {@code y = relu(bn2(conv2(relu(bn1(conv1(x))))) + downsample(x))}
   *
   * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, planes, H / stride, W / stride)}, rounded up.
   *
   * <p>Initial values: those of its layers; a {@link ResNet} draws its own.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
   */
  public static class BasicBlock extends FluentLayer<BasicBlock> {
    /** The first convolution, which has the stride. */
    public Layer conv1;
    /** The first normalisation. */
    public Layer bn1;
    /** The activation, after the first normalisation and after the sum. */
    public Layer relu;
    /** The second convolution. */
    public Layer conv2;
    /** The second normalisation. */
    public Layer bn2;
    /** The shortcut; null where it is the input itself. */
    public @Nullable Layer downsample;

    /**
     * A block.
     *
     * @throws TorchException if groups, width or dilation differ from their defaults
     */
    public BasicBlock(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
      BlockOptions options = with.apply(new BlockOptions());
      if (options.groups() != 1 || options.baseWidth() != 64) {
        throw new TorchException("BasicBlock only supports groups=1 and base_width=64");
      }
      if (options.dilation() > 1) throw new TorchException("Dilation > 1 not supported in BasicBlock");
      conv1 = conv3x3(inplanes, planes, options.stride(), 1, 1);
      bn1 = options.norm(planes);
      relu = new ReLU(o -> o.inplace(true));
      conv2 = conv3x3(planes, planes, 1, 1, 1);
      bn2 = options.norm(planes);
      downsample = options.downsample();
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor out = relu.call(bn1.call(conv1.call(x)));
      out = bn2.call(conv2.call(out));
      Tensor shortcut = downsample == null ? x : downsample.call(x);
      return relu.call(out.add_(shortcut));
    }
  }

  /**
   * A 1x1 convolution to few channels, a 3x3 convolution, a 1x1 convolution to many channels, and a shortcut. The 1x1 convolutions
   * leave the 3x3 one with small inputs and outputs, which makes deep networks affordable.
   *
   * <p>Formula: {@code y = relu(bn3(conv3(relu(bn2(conv2(relu(bn1(conv1(x)))))))) + downsample(x))}
   *
   * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, 4 planes, H / stride, W / stride)}, rounded up.
   *
   * <p>Initial values: those of its layers; a {@link ResNet} draws its own.
   *
   * <p>Differs from PyTorch: nothing. Like torchvision's it has the stride at the 3x3 convolution, where the paper has it at
   * the first.
   *
   * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep Residual Learning for Image Recognition, figure 5</a>
   */
  public static class Bottleneck extends FluentLayer<Bottleneck> {
    private static final long EXPANSION = 4;

    /** The convolution to few channels. */
    public Layer conv1;
    /** The first normalisation. */
    public Layer bn1;
    /** The 3x3 convolution, which has stride, groups and dilation. */
    public Layer conv2;
    /** The second normalisation. */
    public Layer bn2;
    /** The convolution to many channels. */
    public Layer conv3;
    /** The third normalisation. */
    public Layer bn3;
    /** The activation, after the first two normalisations and after the sum. */
    public Layer relu;
    /** The shortcut; null where it is the input itself. */
    public @Nullable Layer downsample;

    /** A block. */
    public Bottleneck(long inplanes, long planes, UnaryOperator<BlockOptions> with) {
      BlockOptions options = with.apply(new BlockOptions());
      long widthPerGroup = (long) (planes * (options.baseWidth() / 64.0));
      long width = widthPerGroup * options.groups();
      conv1 = conv1x1(inplanes, width, 1);
      bn1 = options.norm(width);
      conv2 = conv3x3(width, width, options.stride(), options.groups(), options.dilation());
      bn2 = options.norm(width);
      conv3 = conv1x1(width, planes * EXPANSION, 1);
      bn3 = options.norm(planes * EXPANSION);
      relu = new ReLU(o -> o.inplace(true));
      downsample = options.downsample();
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor out = relu.call(bn1.call(conv1.call(x)));
      out = relu.call(bn2.call(conv2.call(out)));
      out = bn3.call(conv3.call(out));
      Tensor shortcut = downsample == null ? x : downsample.call(x);
      return relu.call(out.add_(shortcut));
    }
  }

  /** Builds the stages one after the other and keeps track of channels and dilation. */
  private static final class Stages {
    private final Block block;
    private final Options options;
    private long inplanes;
    private long dilation = 1;

    Stages(Block block, Options options, long inplanes) {
      this.block = block;
      this.options = options;
      this.inplanes = inplanes;
    }

    /** A stage whose first block has the stride, or a dilation that stands for it. */
    Sequential next(long planes, long blocks, long stride, boolean dilate) {
      long before = dilation;
      if (dilate) dilation *= stride;
      var stage = new Sequential(block(planes, dilate ? 1 : stride, before));
      for (long i = 1; i < blocks; i++) stage.append(block(planes, 1, dilation));
      return stage;
    }

    private Layer block(long planes, long stride, long kernelSteps) {
      Layer shortcut = shortcut(planes * block.expansion(), stride);
      Layer made = block.build(inplanes, planes, o -> o.stride(stride).downsample(shortcut).groups(options.groups())
          .baseWidth(options.widthPerGroup()).dilation(kernelSteps).normLayer(options.normLayer()));
      inplanes = planes * block.expansion();
      return made;
    }

    /** A projection of a block's input to the shape of its output; null where the shapes agree. */
    private @Nullable Layer shortcut(long planes, long stride) {
      if (stride == 1 && inplanes == planes) return null;
      return new Sequential(conv1x1(inplanes, planes, stride), options.normLayer().apply(planes));
    }
  }

  /** How a residual block is built. */
  public static final class BlockOptions extends FluentOptions<BlockOptions> {
    private long stride = 1;
    private @Nullable Layer downsample;
    private long groups = 1;
    private long baseWidth = 64;
    private long dilation = 1;
    private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

    /** The stride of the block's 3x3 convolution; default 1. */
    public BlockOptions stride(long stride) {
      return with(o -> o.stride = stride);
    }

    public long stride() { return stride; }

    /** The shortcut; default null, which is the input itself. */
    public BlockOptions downsample(@Nullable Layer downsample) {
      return with(o -> o.downsample = downsample);
    }

    public @Nullable Layer downsample() { return downsample; }

    /** Number of groups of the 3x3 convolution; default 1. */
    public BlockOptions groups(long groups) {
      return with(o -> o.groups = groups);
    }

    public long groups() { return groups; }

    /** The width of a group, relative to 64; default 64. */
    public BlockOptions baseWidth(long baseWidth) {
      return with(o -> o.baseWidth = baseWidth);
    }

    public long baseWidth() { return baseWidth; }

    /** Dilation of the 3x3 convolution; default 1. */
    public BlockOptions dilation(long dilation) {
      return with(o -> o.dilation = dilation);
    }

    public long dilation() { return dilation; }

    /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
    public BlockOptions normLayer(LongFunction<? extends Layer> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public LongFunction<? extends Layer> normLayer() { return normLayer; }

    Layer norm(long channels) { return normLayer.apply(channels); }
  }

  /** How a {@link ResNet} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long numClasses = 1000;
    private boolean zeroInitResidual = false;
    private long groups = 1;
    private long widthPerGroup = 64;
    private List<Boolean> replaceStrideWithDilation = List.of(false, false, false);
    private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Starts the last normalisation of every block at zero, so that each block begins as an identity; default false. Goyal et al.
     * (https://arxiv.org/abs/1706.02677) found that this improves the accuracy by 0.2 to 0.3 percent. */
    public Options zeroInitResidual(boolean zeroInitResidual) {
      return with(o -> o.zeroInitResidual = zeroInitResidual);
    }

    public boolean zeroInitResidual() { return zeroInitResidual; }

    /** Number of groups of the 3x3 convolutions; default 1. */
    public Options groups(long groups) {
      return with(o -> o.groups = groups);
    }

    public long groups() { return groups; }

    /** The width of a group, relative to 64; default 64. */
    public Options widthPerGroup(long widthPerGroup) {
      return with(o -> o.widthPerGroup = widthPerGroup);
    }

    public long widthPerGroup() { return widthPerGroup; }

    /** {@return these options with dilation in place of stride in some of the last three stages} */
    public Options replaceStrideWithDilation(boolean... stages) {
      List<Boolean> choices = IntStream.range(0, stages.length).mapToObj(i -> stages[i]).toList();
      return with(o -> o.replaceStrideWithDilation = choices);
    }

    /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
    public Options normLayer(LongFunction<? extends Layer> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public LongFunction<? extends Layer> normLayer() { return normLayer; }

    /** {@return for each of the last three stages, whether it dilates its kernels instead of halving its maps; default false} */
    public List<Boolean> replaceStrideWithDilation() {
      return replaceStrideWithDilation;
    }

    @Override protected void validate() {
      replaceStrideWithDilation = List.copyOf(replaceStrideWithDilation);
      if (replaceStrideWithDilation.size() != 3) {
        throw new TorchException("replace_stride_with_dilation should be None or a 3-element tuple, got ["
            + replaceStrideWithDilation.stream().map(PythonNumbers::bool).collect(Collectors.joining(", "))
            + "]");
      }
    }
  }
}
