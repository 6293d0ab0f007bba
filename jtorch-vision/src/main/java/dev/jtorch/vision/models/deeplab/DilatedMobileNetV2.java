package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * MobileNetV2 without its last convolution and its classifier, with dilation in place of the last strides.
 *
 * <p>Shape: input {@code (N, 3, H, W)}; the maps have 320 and 24 channels.
 *
 * <p>Initial values: convolutions Kaiming normal with fan-in; scales 1 and shifts 0; or the pretrained state, of which the keys that begin
 * with {@code features} are read.
 *
 * <p>Differs from PyTorch: torchvision's {@code mobilenet_v2} has no output stride, and other keys within its blocks. The state has
 * each tensor twice, in {@code features} and in one of its two parts.
 *
 * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2</a>
 */
public class DilatedMobileNetV2 extends Backbone {
  private static final long FIRST_CHANNELS = 32;
  /** Expansion, channels, number of blocks and stride of each stage. */
  private static final long[][] STAGES = {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1},
    {6, 160, 3, 2}, {6, 320, 1, 1}};
  private static final int EARLY_LAYERS = 4;

  /** The first convolution and all blocks. */
  public Sequential features;
  /** The layers up to the early map: the first four of {@link #features}. */
  public Sequential lowLevelFeatures;
  /** The others of {@link #features}. */
  public Sequential highLevelFeatures;

  /**
   * A network with options.
   *
   * @throws dev.jtorch.TorchException if the output stride is not 8, 16 or 32
   */
  @SuppressWarnings({"this-escape", "NullAway"}) // the walk that draws values; the parts are null for it
  public DilatedMobileNetV2(UnaryOperator<Options> with) {
    Options options = with.apply(new Options());
    requireStride(options.outputStride(), 8, 16, 32);
    features = new Sequential(first(options));
    appendBlocks(options);
    SegmentationNet.draw(features);
    begin(options.pretrained()); // before the parts are there, which have the same tensors under other keys
    lowLevelFeatures = features.slice(0, EARLY_LAYERS);
    highLevelFeatures = features.slice(EARLY_LAYERS);
  }

  private static Sequential first(Options options) {
    return new Sequential(new Conv2d(3, FIRST_CHANNELS, 3, o -> o.stride(2).padding(1).bias(false)),
        options.norm(FIRST_CHANNELS), new ReLU6(o -> o.inplace(true)));
  }

  /** Stages beyond the output stride have stride 1 and dilations that make up for the strides left out before them. */
  private void appendBlocks(Options options) {
    long channels = FIRST_CHANNELS;
    long reached = 2;
    long leftOut = 1;
    for (long[] row : STAGES) {
      boolean dilates = reached == options.outputStride();
      var stage = new InvertedResidual.Stage(row[0], row[1], dilates ? leftOut : 1);
      for (int i = 0; i < row[2]; i++) {
        long stride = dilates || i > 0 ? 1 : row[3];
        features.append(new InvertedResidual(channels, stage, stride, options));
        channels = stage.channels();
      }
      if (dilates) leftOut *= row[3];
      else reached *= row[3];
    }
  }

  @Override protected Maps forward(Tensor x) {
    Tensor low = lowLevelFeatures.call(x);
    return new Maps(highLevelFeatures.call(low), low);
  }

  @Override public long highChannels() { return 320; }

  @Override public long lowChannels() { return 24; }

  /**
   * A block of MobileNetV2: a convolution of single pixels to many channels, one of neighbours in each channel, one to few channels,
   * and the input itself where that has the form of the output.
   *
   * <p>Shape: input {@code (N, in, H, W)}, output {@code (N, out, H / stride, W / stride)}, rounded up.
   *
   * <p>Initial values: those of its layers; a {@link DilatedMobileNetV2} draws its own.
   *
   * <p>Differs from PyTorch: torchvision's {@code InvertedResidual} has no dilation, and pads at the convolution of neighbours. Here
   * zeros are put around the block's input, and what the first convolution and its normalisation make of them is not zero.
   *
   * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2</a>
   */
  public static class InvertedResidual extends FluentLayer<InvertedResidual> {
    private final boolean addsInput;
    private final long border;
    /** The convolutions with what follows each. */
    public Sequential conv;

    InvertedResidual(long in, Stage stage, long stride, Options options) {
      long hidden = in * stage.expansion();
      long out = stage.channels();
      addsInput = stride == 1 && in == out;
      border = stage.dilation(); // of a kernel of 3
      conv = new Sequential();
      if (stage.expansion() != 1) appendActive(new Conv2d(in, hidden, 1, o -> o.bias(false)), options);
      appendActive(new Conv2d(hidden, hidden, 3,
          o -> o.stride(stride).dilation(stage.dilation()).groups(hidden).bias(false)), options);
      conv.append(new Conv2d(hidden, out, 1, o -> o.bias(false))).append(options.norm(out));
    }

    private void appendActive(Conv2d next, Options options) {
      conv.append(next).append(options.norm(next.outChannels())).append(new ReLU6(o -> o.inplace(true)));
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor out = conv.call(F.pad(x, border, border, border, border));
      return addsInput ? x.add(out) : out;
    }

    /**
     * The settings that the blocks of a stage share.
     *
     * @param expansion how many times more channels there are within a block than before it
     * @param channels number of output channels of a block
     * @param dilation the steps between the elements of the kernel
     */
    record Stage(long expansion, long channels, long dilation) {
    }
  }
}
