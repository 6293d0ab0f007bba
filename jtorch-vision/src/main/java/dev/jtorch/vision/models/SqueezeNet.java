package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * SqueezeNet: a convolution, eight {@link Fire} modules, and a convolution to the classes, whose means are the logits.
 *
 * <p>Shape: input {@code (N, 3, H, W)} with H and W of at least 21 (1.0) or 17 (1.1), output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions Kaiming uniform with fan-in; the last one normal with standard deviation 0.01; biases 0. The
 * same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict} or {@link Models#getModel}. Like
 * torchvision's its logits are never negative, for a ReLU stands before the mean.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/squeezenet.html">torchvision's SqueezeNet</a>;
 *     <a href="https://arxiv.org/abs/1602.07360">Iandola et al., SqueezeNet</a>
 */
public class SqueezeNet extends FluentLayer<SqueezeNet> {
  /** Which of the two published networks. */
  public enum Version {
    /** The paper's, torchvision's {@code "1_0"}. */
    V1_0,
    /** The later one, with as good results at less than half the work; torchvision's {@code "1_1"}. */
    V1_1
  }

  private final Options options;
  /** The first convolution and the modules, numbered with activations and poolings. */
  public Sequential features;
  /** The dropout, the convolution to the classes, which is 1, its activation, and the mean of each channel. */
  public Sequential classifier;

  /** A network with options. */
  @SuppressWarnings("this-escape") // initial values are drawn when all fields are set
  public SqueezeNet(Version version, UnaryOperator<Options> with) {
    options = with.apply(new Options());
    features = version == Version.V1_0 ? first() : second();
    var last = new Conv2d(512, options.numClasses(), 1);
    classifier = new Sequential(new Dropout(options.dropout()), last, new ReLU(o -> o.inplace(true)),
        new AdaptiveAvgPool2d(1, 1));
    for (Module module : modules()) if (module instanceof Conv2d conv) draw(conv, conv == last);
  }

  private static void draw(Conv2d conv, boolean last) {
    if (last) Init.normal_(conv.weight, 0, 0.01);
    else Init.kaimingUniform_(conv.weight);
    if (conv.bias != null) Init.zeros_(conv.bias);
  }

  private static Sequential first() {
    return new Sequential(new Conv2d(3, 96, 7, o -> o.stride(2)), new ReLU(o -> o.inplace(true)), pool(),
        new Fire(96, 16, 64, 64), new Fire(128, 16, 64, 64), new Fire(128, 32, 128, 128), pool(),
        new Fire(256, 32, 128, 128), new Fire(256, 48, 192, 192), new Fire(384, 48, 192, 192),
        new Fire(384, 64, 256, 256), pool(),
        new Fire(512, 64, 256, 256));
  }

  private static Sequential second() {
    return new Sequential(new Conv2d(3, 64, 3, o -> o.stride(2)), new ReLU(o -> o.inplace(true)), pool(),
        new Fire(64, 16, 64, 64), new Fire(128, 16, 64, 64), pool(),
        new Fire(128, 32, 128, 128), new Fire(256, 32, 128, 128), pool(),
        new Fire(256, 48, 192, 192), new Fire(384, 48, 192, 192), new Fire(384, 64, 256, 256),
        new Fire(512, 64, 256, 256));
  }

  private static Layer pool() { return new MaxPool2d(3, o -> o.stride(2).ceilMode(true)); }

  @Override protected Tensor forward(Tensor x) { return classifier.call(features.call(x)).flatten(1); }

  /** {@return how the network was built} */
  public final Options options() { return options; }

  /** SqueezeNet 1.0 for ImageNet's 1000 classes. */
  public static SqueezeNet squeezenet1_0() {
    return squeezenet1_0(o -> o);
  }

  /** SqueezeNet 1.0 with options. */
  public static SqueezeNet squeezenet1_0(UnaryOperator<Options> with) {
    return new SqueezeNet(Version.V1_0, with);
  }

  /** SqueezeNet 1.1 for ImageNet's 1000 classes. */
  public static SqueezeNet squeezenet1_1() {
    return squeezenet1_1(o -> o);
  }

  /** SqueezeNet 1.1 with options. */
  public static SqueezeNet squeezenet1_1(UnaryOperator<Options> with) {
    return new SqueezeNet(Version.V1_1, with);
  }

  /**
   * A 1x1 convolution to few channels, then 1x1 and 3x3 convolutions side by side, whose outputs are concatenated. The 3x3
   * filters are the expensive part: the squeeze lets them see few channels.
   *
   * <p>Formula: {@code s = relu(squeeze(x)); y = [relu(expand1x1(s)), relu(expand3x3(s))]}
   *
   * <p>Shape: input {@code (N, inplanes, H, W)}, output {@code (N, expand1x1Planes + expand3x3Planes, H, W)}.
   *
   * <p>Initial values: those of its layers; a {@link SqueezeNet} draws its own.
   *
   * <p>Differs from PyTorch: nothing.
   *
   * @see <a href="https://arxiv.org/abs/1602.07360">Iandola et al., SqueezeNet, figure 1</a>
   */
  public static class Fire extends FluentLayer<Fire> {
    /** The convolution to few channels. */
    public Layer squeeze;
    /** Its activation. */
    public Layer squeezeActivation;
    /** The 1x1 convolution. */
    public Layer expand1x1;
    /** Its activation. */
    public Layer expand1x1Activation;
    /** The 3x3 convolution. */
    public Layer expand3x3;
    /** Its activation. */
    public Layer expand3x3Activation;

    /** A module with these numbers of channels. */
    public Fire(long inplanes, long squeezePlanes, long expand1x1Planes, long expand3x3Planes) {
      squeeze = new Conv2d(inplanes, squeezePlanes, 1);
      squeezeActivation = new ReLU(o -> o.inplace(true));
      expand1x1 = new Conv2d(squeezePlanes, expand1x1Planes, 1);
      expand1x1Activation = new ReLU(o -> o.inplace(true));
      expand3x3 = new Conv2d(squeezePlanes, expand3x3Planes, 3, o -> o.padding(1));
      expand3x3Activation = new ReLU(o -> o.inplace(true));
    }

    @Override protected Tensor forward(Tensor x) {
      Tensor squeezed = squeezeActivation.call(squeeze.call(x));
      return Torch.cat(List.of(expand1x1Activation.call(expand1x1.call(squeezed)),
          expand3x3Activation.call(expand3x3.call(squeezed))), 1);
    }
  }

  /** How a {@link SqueezeNet} is built. */
  public static final class Options extends FluentOptions<Options> {
    private long numClasses = 1000;
    private double dropout = 0.5;

    /** Number of classes, which is the number of logits; default 1000. */
    public Options numClasses(long numClasses) {
      return with(o -> o.numClasses = numClasses);
    }

    public long numClasses() { return numClasses; }

    /** Dropout probability before the last convolution; default 0.5. */
    public Options dropout(double dropout) {
      return with(o -> o.dropout = dropout);
    }

    public double dropout() { return dropout; }
  }
}
