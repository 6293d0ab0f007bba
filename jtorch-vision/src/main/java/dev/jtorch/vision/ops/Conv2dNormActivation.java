package dev.jtorch.vision.ops;

import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import java.util.function.UnaryOperator;

/**
 * A convolution, a normalisation and an activation, numbered in this order; the last two can be left out.
 *
 * <p>Formula: {@code y = activation(norm(conv(x)))}
 *
 * <p>Shape: input {@code (N, inChannels, H, W)}, output {@code (N, outChannels, H / stride, W / stride)}, rounded up, unless the
 * padding says otherwise.
 *
 * <p>Initial values: those of its layers.
 *
 * <p>Differs from PyTorch: whoever makes the activation says whether it works in place; padding has no names.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.ops.Conv2dNormActivation.html">Conv2dNormActivation</a>
 */
public class Conv2dNormActivation extends Sequential {
  private final long outChannels;

  /** A 3x3 convolution with batch normalisation and ReLU. */
  public Conv2dNormActivation(long inChannels, long outChannels) {
    this(inChannels, outChannels, o -> o);
  }

  /** A block with options. */
  @SuppressWarnings("this-escape") // the chain is filled before the constructor ends, and by nobody else
  public Conv2dNormActivation(long inChannels, long outChannels, UnaryOperator<ConvNormActivationOptions> with) {
    this.outChannels = outChannels;
    ConvNormActivationOptions options = with.apply(new ConvNormActivationOptions());
    append(new Conv2d(inChannels, outChannels, options.kernelSize().toLongArray(),
        o -> o.stride(options.stride().toLongArray()).padding(options.border())
            .dilation(options.dilation().toLongArray()).groups(options.groups()).bias(options.hasBias())));
    if (options.normLayer() != null) append(options.normLayer().apply(outChannels));
    if (options.activationLayer() != null) append(options.activationLayer().get());
  }

  /** {@return how many channels the output has} */
  public final long outChannels() { return outChannels; }
}
