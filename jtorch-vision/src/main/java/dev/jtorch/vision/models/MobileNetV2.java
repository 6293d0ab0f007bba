package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.vision.ops.Conv2dNormActivation;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * MobileNetV2: a convolution, inverted residual blocks (narrow outside, wide inside), a convolution to many channels, and a linear
 * layer on their means.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions Kaiming normal with fan-out; the linear layer normal with standard deviation 0.01; normalisations
 * with weight 1; all biases 0. The same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict} or {@link Models#getModel}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/mobilenetv2.html">torchvision's MobileNetV2</a>;
 *     <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2</a>
 */
public class MobileNetV2 extends FluentLayer<MobileNetV2> {
  private static final long FIRST_CHANNELS = 32;
  private static final long LAST_CHANNELS = 1280;

  private final Options options;
  private final long lastChannel;
  /** The convolutions and blocks, numbered. */
  public Sequential features;
  /** A dropout and the linear layer that gives the logits, which is 1. */
  public Sequential classifier;

  /** A network with options. */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public MobileNetV2(UnaryOperator<Options> with) {
    options = with.apply(new Options());
    lastChannel = options.scaled(LAST_CHANNELS, Math.max(1, options.widthMult()));
    long first = options.scaled(FIRST_CHANNELS, options.widthMult());
    features = new Sequential(new Conv2dNormActivation(3, first,
        o -> o.stride(2).normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
    features.append(new Conv2dNormActivation(appendBlocks(first), lastChannel,
        o -> o.kernelSize(1).normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
    classifier = new Sequential(new Dropout(options.dropout()), new Linear(lastChannel, options.numClasses()));
    modules().forEach(InitialValues::fanOutAndSmallLinear);
  }

  /** {@return the number of channels after the last block} */
  private long appendBlocks(long channels) {
    long in = channels;
    for (InvertedResidualSetting setting : options.invertedResidualSetting()) {
      long out = options.scaled(setting.channels(), options.widthMult());
      for (long i = 0; i < setting.repeats(); i++) {
        long stride = i == 0 ? setting.stride() : 1;
        features.append(options.block().build(in, out,
            o -> o.stride(stride).expandRatio(setting.expandRatio()).normLayer(options.normLayer())));
        in = out;
      }
    }
    return in;
  }

  @Override protected Tensor forward(Tensor x) {
    return classifier.call(F.adaptiveAvgPool2d(features.call(x), 1, 1).flatten(1));
  }

  /** {@return the number of channels of the features} */
  public final long lastChannel() { return lastChannel; }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  /** MobileNetV2 for ImageNet's 1000 classes. */
  public static MobileNetV2 mobilenet_v2() {
    return mobilenet_v2(o -> o);
  }

  /** MobileNetV2 with options. */
  public static MobileNetV2 mobilenet_v2(UnaryOperator<Options> with) {
    return new MobileNetV2(with);
  }

  /**
   * A 1x1 convolution to many channels, a 3x3 convolution of each channel by itself, a 1x1 convolution to few channels without an
   * activation, and a shortcut where input and output have the same shape. The last convolution is linear because a ReLU would lose
   * information in so few channels.
   *
   * <p>Formula: {@code y = conv(x)}, or {@code y = x + conv(x)} with the shortcut
   *
   * <p>Shape: input {@code (N, inp, H, W)}, output {@code (N, oup, H / stride, W / stride)}, rounded up.
   *
   * <p>Initial values: those of its layers; a {@link MobileNetV2} draws its own.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2, figure 4</a>
   */
  public static class InvertedResidual extends FluentLayer<InvertedResidual> {
    private final boolean useResConnect;
    private final long outChannels;
    /** The convolutions with their normalisations and activations; without the first where there are no more channels inside. */
    public Sequential conv;

    /** A block of {@code inp} channels in and {@code oup} out. */
    public InvertedResidual(long inp, long oup, UnaryOperator<BlockOptions> with) {
      BlockOptions options = with.apply(new BlockOptions());
      long hidden = (long) Math.rint(inp * options.expandRatio());
      useResConnect = options.stride() == 1 && inp == oup;
      outChannels = oup;
      conv = new Sequential();
      if (options.expandRatio() != 1) {
        conv.append(new Conv2dNormActivation(inp, hidden,
            o -> o.kernelSize(1).normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
      }
      conv.append(new Conv2dNormActivation(hidden, hidden, o -> o.stride(options.stride()).groups(hidden)
          .normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
      conv.append(new Conv2d(hidden, oup, 1, o -> o.bias(false)));
      conv.append(options.normLayer().apply(oup));
    }

    static Layer activation() { return new ReLU6(o -> o.inplace(true)); }

    @Override protected Tensor forward(Tensor x) {
      return useResConnect ? x.add(conv.call(x)) : conv.call(x);
    }

    /** {@return the number of output channels} */
    public final long outChannels() { return outChannels; }

    /** A kind of block, such as {@code InvertedResidual::new}. */
    public interface Maker {
      /** Builds a block of {@code inp} channels in and {@code oup} out. */
      Layer build(long inp, long oup, UnaryOperator<BlockOptions> with);
    }
  }

  /**
   * Blocks of one size in a {@link MobileNetV2}; the letters are the paper's.
   *
   * @param expandRatio how many times the input's channels each block has inside; t
   * @param channels number of output channels of each block, before scaling; c
   * @param repeats how many blocks there are; n
   * @param stride by how much the first block makes images smaller; s
   * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2, table 2</a>
   */
  public record InvertedResidualSetting(double expandRatio, long channels, long repeats, long stride) {}

  /** How a block of a {@link MobileNetV2} is built. */
  public static final class BlockOptions extends FluentOptions<BlockOptions> {
    private long stride = 1;
    private double expandRatio = 1;
    private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;

    /** The stride of the block's 3x3 convolution, 1 or 2; default 1. */
    public BlockOptions stride(long stride) {
      return with(o -> o.stride = stride);
    }

    public long stride() { return stride; }

    /** The block has this times its input's channels inside, the paper's t; default 1. */
    public BlockOptions expandRatio(double expandRatio) {
      return with(o -> o.expandRatio = expandRatio);
    }

    public double expandRatio() { return expandRatio; }

    /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
    public BlockOptions normLayer(LongFunction<? extends Layer> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public LongFunction<? extends Layer> normLayer() { return normLayer; }

    @Override protected void validate() {
      if (stride != 1 && stride != 2) throw new TorchException("stride should be 1 or 2 instead of " + stride);
    }
  }

  /** How a {@link MobileNetV2} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long numClasses = 1000;
    private double widthMult = 1;
    private List<InvertedResidualSetting> invertedResidualSetting = PAPER;
    private long roundNearest = 8;
    private InvertedResidual.Maker block = InvertedResidual::new;
    private LongFunction<? extends Layer> normLayer = BatchNorm2d::new;
    private double dropout = 0.2;

    private static final List<InvertedResidualSetting> PAPER = List.of(
        new InvertedResidualSetting(1, 16, 1, 1), new InvertedResidualSetting(6, 24, 2, 2),
        new InvertedResidualSetting(6, 32, 3, 2), new InvertedResidualSetting(6, 64, 4, 2),
        new InvertedResidualSetting(6, 96, 3, 1), new InvertedResidualSetting(6, 160, 3, 2),
        new InvertedResidualSetting(6, 320, 1, 1));

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Factor for all numbers of channels; default 1. */
    public Options widthMult(double widthMult) {
      return with(o -> o.widthMult = widthMult);
    }

    public double widthMult() { return widthMult; }

    /** The blocks; default the paper's. */
    public Options invertedResidualSetting(InvertedResidualSetting... invertedResidualSetting) {
      return with(o -> o.invertedResidualSetting = List.of(invertedResidualSetting));
    }

    public List<InvertedResidualSetting> invertedResidualSetting() { return invertedResidualSetting; }

    /** Numbers of channels are rounded to multiples of this; default 8. */
    public Options roundNearest(long roundNearest) {
      return with(o -> o.roundNearest = roundNearest);
    }

    public long roundNearest() { return roundNearest; }

    /** Makes a block; default {@link InvertedResidual}. */
    public Options block(InvertedResidual.Maker block) {
      return with(o -> o.block = block);
    }

    public InvertedResidual.Maker block() { return block; }

    /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}. */
    public Options normLayer(LongFunction<? extends Layer> normLayer) {
      return with(o -> o.normLayer = normLayer);
    }

    public LongFunction<? extends Layer> normLayer() { return normLayer; }

    /** Dropout probability before the linear layer; default 0.2. */
    public Options dropout(double dropout) {
      return with(o -> o.dropout = dropout);
    }

    public double dropout() { return dropout; }

    /**
     * {@return a scaled number of channels, as a multiple of {@code roundNearest}} It is the nearest one, or the next
     * larger where rounding down would lose more than a tenth of the channels.
     */
    long scaled(long channels, double factor) {
      double wanted = channels * factor;
      long rounded = Math.max(roundNearest, (long) (wanted + roundNearest / 2.0) / roundNearest * roundNearest);
      return rounded < 0.9 * wanted ? rounded + roundNearest : rounded;
    }

    @Override protected void validate() {
      invertedResidualSetting = List.copyOf(invertedResidualSetting);
      if (invertedResidualSetting.isEmpty()) {
        throw new TorchException("inverted_residual_setting should be non-empty or a 4-element list, got []");
      }
    }
  }
}
