package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.vision.ops.Conv2dNormActivation;
import java.util.function.UnaryOperator;

/**
 * MobileNetV2: a convolution, blocks that are narrow outside and wide inside, a convolution to many channels, and a linear layer
 * on their means.
 *
 * <p>Shape: input {@code (N, 3, H, W)}, output {@code (N, numClasses)}.
 *
 * <p>Initial values: convolutions after He, from fans out; the linear layer normal of standard deviation 0.01; scales 1, shifts
 * and biases 0. The same seed gives the values that torchvision draws.
 *
 * <p>Differs from PyTorch: nothing; its weights are loaded with {@code loadStateDict} or {@link Models#getModel}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models/mobilenetv2.html">torchvision's MobileNetV2</a>;
 *     <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2</a>
 */
public class MobileNetV2 extends FluentLayer<MobileNetV2> {
  private static final long FIRST_CHANNELS = 32;
  private static final long LAST_CHANNELS = 1280;

  private final MobileNetV2Options options;
  private final long lastChannel;
  /** The convolutions and blocks, numbered. */
  public Sequential features;
  /** A dropout and the linear layer that gives the logits, which is 1. */
  public Sequential classifier;

  /** A network with options. */
  @SuppressWarnings("this-escape") // the walk that draws values reads fields, which are all set by then
  public MobileNetV2(UnaryOperator<MobileNetV2Options> with) {
    options = with.apply(new MobileNetV2Options());
    lastChannel = options.scaled(LAST_CHANNELS, Math.max(1, options.widthMult()));
    long first = options.scaled(FIRST_CHANNELS, options.widthMult());
    features = new Sequential(new Conv2dNormActivation(3, first,
        o -> o.stride(2).normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
    features.append(new Conv2dNormActivation(appendBlocks(first), lastChannel,
        o -> o.kernelSize(1).normLayer(options.normLayer()).activationLayer(InvertedResidual::activation)));
    classifier = new Sequential(new Dropout(options.dropout()), new Linear(lastChannel, options.numClasses()));
    modules().forEach(InitialValues::fanOutAndSmallLinear);
  }

  /** {@return how many channels the last block puts out} */
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

  /** {@return how many channels the features have} */
  public final long lastChannel() { return lastChannel; }

  /** {@return how the network was built} */
  public final MobileNetV2Options options() { return options; }

  /** MobileNetV2 for ImageNet's 1000 classes. */
  public static MobileNetV2 mobilenet_v2() {
    return mobilenet_v2(o -> o);
  }

  /** MobileNetV2 with options. */
  public static MobileNetV2 mobilenet_v2(UnaryOperator<MobileNetV2Options> with) {
    return new MobileNetV2(with);
  }
}
