package dev.jtorch.vision.models.deeplab;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.norm.BatchNorm;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.vision.models.ResNet.Bottleneck;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A residual network whose last stages have dilation in place of strides; the blocks of the last one see more and more around them.
 *
 * <p>Shape: input {@code (N, 3, H, W)}; the maps have 2048 and 256 channels.
 *
 * <p>Initial values: convolutions normal with standard deviation √(2 / (size of the kernel · channels out)); scales 1 and shifts 0; or
 * the pretrained state, whose keys are those of torchvision's {@code resnet101}.
 *
 * <p>Differs from PyTorch: torchvision's network does not spread the kernels of the last stage, and begins each stage with the
 * dilation of the one before; its keys are the same.
 *
 * @see <a href="https://arxiv.org/abs/1706.05587">Chen et al., Rethinking Atrous Convolution for Semantic Image Segmentation,
 *     section 3.2</a>
 */
public class DilatedResNet extends Backbone {
  private static final long EXPANSION = 4;
  /** Factors for the dilation of each block of the last stage, the paper's multi-grid. */
  private static final long[] MULTI_GRID = {1, 2, 4};

  /** The first convolution, of 7x7 and stride 2. */
  public Layer conv1;
  /** The first normalisation. */
  public Layer bn1;
  /** The first activation. */
  public Layer relu;
  /** The maximum of neighbours, with stride 2. */
  public Layer maxpool;
  /** The first stage, whose output is the early map. */
  public Sequential layer1;
  /** The second stage, which halves maps. */
  public Sequential layer2;
  /** The third stage, which halves maps at an output stride of 16. */
  public Sequential layer3;
  /** The fourth stage, of three blocks, whose output is the last map. */
  public Sequential layer4;

  /**
   * A network with some blocks in each of the first three stages.
   *
   * @throws TorchException if there are not three numbers of blocks, or if the output stride is neither 8 nor 16
   */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public DilatedResNet(long[] blocks, UnaryOperator<Options> with) {
    Options options = with.apply(new Options());
    requireStride(options.outputStride(), 8, 16);
    if (blocks.length != 3) {
      throw new TorchException(typeName() + ": blocks has " + blocks.length + " numbers (expected: 3)");
    }
    long third = 16 / options.outputStride(); // the dilation that stands for the third stage's stride
    conv1 = new Conv2d(3, 64, 7, o -> o.stride(2).padding(3).bias(false));
    bn1 = options.norm(64);
    relu = new ReLU(o -> o.inplace(true));
    maxpool = new MaxPool2d(3, o -> o.stride(2).padding(1));
    layer1 = stage(64, 64, 1, repeat(1, blocks[0]), options);
    layer2 = stage(256, 128, 2, repeat(1, blocks[1]), options);
    layer3 = stage(512, 256, 2 / third, repeat(third, blocks[2]), options);
    layer4 = stage(1024, 512, 1, Arrays.stream(MULTI_GRID).map(spread -> 2 * third * spread).toArray(), options);
    modules().forEach(DilatedResNet::draw);
    begin(options.pretrained());
  }

  /** ResNet-101 with random weights, or with options. */
  public static DilatedResNet resnet101(UnaryOperator<Options> with) {
    return new DilatedResNet(new long[] {3, 4, 23}, with);
  }

  private static long[] repeat(long dilation, long times) {
    var dilations = new long[(int) times];
    Arrays.fill(dilations, dilation);
    return dilations;
  }

  /** A block for each dilation; the first one has the stride and the shortcut. */
  private static Sequential stage(long in, long planes, long stride, long[] dilations, Options options) {
    Layer shortcut = new Sequential(new Conv2d(in, planes * EXPANSION, 1, o -> o.stride(stride).bias(false)),
        options.norm(planes * EXPANSION));
    var stage = new Sequential(block(in, planes, stride, dilations[0], shortcut, options));
    for (int i = 1; i < dilations.length; i++) {
      stage.append(block(planes * EXPANSION, planes, 1, dilations[i], null, options));
    }
    return stage;
  }

  private static Bottleneck block(long in, long planes, long stride, long dilation, @Nullable Layer shortcut,
      Options options) {
    return new Bottleneck(in, planes,
        o -> o.stride(stride).dilation(dilation).downsample(shortcut).normLayer(options.normLayer()));
  }

  private static void draw(Module module) {
    if (module instanceof Conv2d conv) {
      long fanOut = conv.outChannels() * Arrays.stream(conv.kernelSize()).reduce(1, (a, b) -> a * b);
      Init.normal_(conv.weight, 0, Math.sqrt(2.0 / fanOut));
    }
    if (module instanceof BatchNorm<?> norm) norm.resetParameters();
  }

  @Override protected Maps forward(Tensor x) {
    Tensor low = layer1.call(maxpool.call(relu.call(bn1.call(conv1.call(x)))));
    return new Maps(layer4.call(layer3.call(layer2.call(low))), low);
  }

  @Override public long highChannels() { return 512 * EXPANSION; }

  @Override public long lowChannels() { return 64 * EXPANSION; }
}
