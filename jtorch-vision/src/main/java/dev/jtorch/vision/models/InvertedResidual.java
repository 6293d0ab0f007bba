package dev.jtorch.vision.models;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.vision.ops.Conv2dNormActivation;
import java.util.function.UnaryOperator;

/**
 * A 1x1 convolution to many channels, a 3x3 convolution of each channel by itself, a 1x1 convolution to few channels without an
 * activation, and a shortcut where input and output have one shape.
 *
 * <p>Formula: {@code y = conv(x)}, or {@code y = x + conv(x)} with the shortcut
 *
 * <p>Shape: input {@code (N, inp, H, W)}, output {@code (N, oup, H / stride, W / stride)}, rounded up.
 *
 * <p>Initial values: those of its layers; a {@link MobileNetV2} draws others.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://arxiv.org/abs/1801.04381">Sandler et al., MobileNetV2, figure 4</a>
 */
public class InvertedResidual extends FluentLayer<InvertedResidual> {
  private final boolean useResConnect;
  private final long outChannels;
  /** The convolutions with their normalisations and activations; without the first where there are no more channels inside. */
  public Sequential conv;

  /** A block of {@code inp} channels in and {@code oup} out. */
  public InvertedResidual(long inp, long oup, UnaryOperator<InvertedResidualOptions> with) {
    InvertedResidualOptions options = with.apply(new InvertedResidualOptions());
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
    conv.append(Kernels.conv1x1(hidden, oup, 1));
    conv.append(options.normLayer().apply(oup));
  }

  static Layer activation() { return new ReLU6(o -> o.inplace(true)); }

  @Override protected Tensor forward(Tensor x) {
    return useResConnect ? x.add(conv.call(x)) : conv.call(x);
  }

  /** {@return how many channels the output has} */
  public final long outChannels() { return outChannels; }

  /** A kind of block, such as {@code InvertedResidual::new}. */
  public interface Maker {
    /** Builds a block of {@code inp} channels in and {@code oup} out. */
    Layer build(long inp, long oup, UnaryOperator<InvertedResidualOptions> with);
  }
}
