package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * A VGG network: 3x3 convolutions in five stages, each followed by a pooling that halves the maps, then three linear layers. Stacked
 * 3x3 convolutions see as much as one larger kernel, with fewer weights and more non-linearities.
 *
 * <p>Shape: input {@code (N, 3, H, W)} with H and W of at least 32, output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions Kaiming normal with fan-out; linear layers normal with standard deviation 0.01; normalisations with
 * weight 1; all biases 0. The same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict} or {@link Models#getModel}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/vgg.html">torchvision's VGG</a>;
 *     <a href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman, Very Deep Convolutional Networks</a>
 */
public class VGG extends FluentLayer<VGG> {
  private static final long SIDE = 7;
  private static final long POOL = 0;
  /** The paper's networks by its letters: channels of each convolution, and where a pooling stands. */
  private static final long[] A = {64, POOL, 128, POOL, 256, 256, POOL, 512, 512, POOL, 512, 512, POOL};
  private static final long[] B = {64, 64, POOL, 128, 128, POOL, 256, 256, POOL, 512, 512, POOL, 512, 512, POOL};
  private static final long[] D =
      {64, 64, POOL, 128, 128, POOL, 256, 256, 256, POOL, 512, 512, 512, POOL, 512, 512, 512,
        POOL};
  private static final long[] E =
      {64, 64, POOL, 128, 128, POOL, 256, 256, 256, 256, POOL, 512, 512, 512, 512, POOL, 512,
        512, 512, 512, POOL};

  private final Options options;
  /** The convolutions, numbered with their normalisations, activations and poolings. */
  public Layer features;
  /** Brings images to 7x7, whatever the input's size. */
  public Layer avgpool;
  /** The linear layers, numbered with their activations and dropouts; 6 gives the logits. */
  public Sequential classifier;

  /** A network whose {@code features} put out 512 channels. */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public VGG(Layer features, UnaryOperator<Options> with) {
    options = with.apply(new Options());
    this.features = features;
    avgpool = new AdaptiveAvgPool2d(SIDE, SIDE);
    classifier = new Sequential(
        new Linear(512 * SIDE * SIDE, 4096), rectifier(), new Dropout(options.dropout()),
        new Linear(4096, 4096), rectifier(), new Dropout(options.dropout()),
        new Linear(4096, options.numClasses()));
    if (options.initWeights()) modules().forEach(InitialValues::fanOutAndSmallLinear);
  }

  private static Layer rectifier() { return new ReLU(o -> o.inplace(true)); }

  @Override protected Tensor forward(Tensor x) {
    return classifier.call(avgpool.call(features.call(x)).flatten(1));
  }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  private static Sequential plain(long[] plan) {
    return stages(plan, channels -> List.of());
  }

  private static Sequential normalised(long[] plan) {
    return stages(plan, channels -> List.of(new BatchNorm2d(channels)));
  }

  /** The layers of a plan, with some between each convolution and its activation. */
  private static Sequential stages(long[] plan, LongFunction<List<Layer>> between) {
    var layers = new Sequential();
    long in = 3;
    for (long channels : plan) {
      if (channels == POOL) {
        layers.append(new MaxPool2d(2, o -> o.stride(2)));
      } else {
        layers.append(new Conv2d(in, channels, 3, o -> o.padding(1))).extend(between.apply(channels))
            .append(rectifier());
        in = channels;
      }
    }
    return layers;
  }

  /** VGG-11 for ImageNet's 1000 classes. */
  public static VGG vgg11() {
    return vgg11(o -> o);
  }

  /** VGG-11 with options. */
  public static VGG vgg11(UnaryOperator<Options> with) {
    return new VGG(plain(A), with);
  }

  /** VGG-11 with batch normalisation for ImageNet's 1000 classes. */
  public static VGG vgg11_bn() {
    return vgg11_bn(o -> o);
  }

  /** VGG-11 with batch normalisation and options. */
  public static VGG vgg11_bn(UnaryOperator<Options> with) {
    return new VGG(normalised(A), with);
  }

  /** VGG-13 for ImageNet's 1000 classes. */
  public static VGG vgg13() {
    return vgg13(o -> o);
  }

  /** VGG-13 with options. */
  public static VGG vgg13(UnaryOperator<Options> with) {
    return new VGG(plain(B), with);
  }

  /** VGG-13 with batch normalisation for ImageNet's 1000 classes. */
  public static VGG vgg13_bn() {
    return vgg13_bn(o -> o);
  }

  /** VGG-13 with batch normalisation and options. */
  public static VGG vgg13_bn(UnaryOperator<Options> with) {
    return new VGG(normalised(B), with);
  }

  /** VGG-16 for ImageNet's 1000 classes. */
  public static VGG vgg16() {
    return vgg16(o -> o);
  }

  /** VGG-16 with options. */
  public static VGG vgg16(UnaryOperator<Options> with) {
    return new VGG(plain(D), with);
  }

  /** VGG-16 with batch normalisation for ImageNet's 1000 classes. */
  public static VGG vgg16_bn() {
    return vgg16_bn(o -> o);
  }

  /** VGG-16 with batch normalisation and options. */
  public static VGG vgg16_bn(UnaryOperator<Options> with) {
    return new VGG(normalised(D), with);
  }

  /** VGG-19 for ImageNet's 1000 classes. */
  public static VGG vgg19() {
    return vgg19(o -> o);
  }

  /** VGG-19 with options. */
  public static VGG vgg19(UnaryOperator<Options> with) {
    return new VGG(plain(E), with);
  }

  /** VGG-19 with batch normalisation for ImageNet's 1000 classes. */
  public static VGG vgg19_bn() {
    return vgg19_bn(o -> o);
  }

  /** VGG-19 with batch normalisation and options. */
  public static VGG vgg19_bn(UnaryOperator<Options> with) {
    return new VGG(normalised(E), with);
  }

  /** How a {@link VGG} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long numClasses = 1000;
    private boolean initWeights = true;
    private double dropout = 0.5;

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Whether the network draws its own initial values; without them, which saves time when weights are loaded anyway, the layers' own
     * remain; default true. */
    public Options initWeights(boolean initWeights) {
      return with(o -> o.initWeights = initWeights);
    }

    public boolean initWeights() { return initWeights; }

    /** Dropout probability before the last two linear layers; default 0.5. */
    public Options dropout(double dropout) {
      return with(o -> o.dropout = dropout);
    }

    public double dropout() { return dropout; }
  }
}
