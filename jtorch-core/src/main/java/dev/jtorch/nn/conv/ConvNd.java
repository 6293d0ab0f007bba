package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.ConvOptions;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.Padding;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A convolution: it slides learned kernels over its input and sums the products. What Conv1d, Conv2d and Conv3d share.
 *
 * <p>Formula: {@code out(n, o) = bias(o) + Σ_i weight(o, i) ⋆ input(n, i)}, with the cross-correlation {@code ⋆} in the
 * last dimensions; {@code i} runs over the input channels of o's group.
 *
 * <p>Shape: input {@code (N, in, *)} or {@code (in, *)}, output {@code (N, out, *)} or {@code (out, *)}; a size L becomes
 * {@code ⌊(L + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1}.
 *
 * <p>Initial values: weight and bias uniform in (-1/√k, 1/√k), k = in / groups · size of the kernel.
 */
public abstract class ConvNd<S extends ConvNd<S>> extends FluentLayer<S> {
  private final long inChannels;
  private final long outChannels;
  private final Size kernelSize;
  private Options options;
  /** Learnable kernels, shape {@code (outChannels, inChannels / groups, *kernelSize)}. */
  public Parameter weight;
  /** Learnable bias, shape {@code (outChannels)}; null when built with {@code bias(false)}. */
  public @Nullable Parameter bias;

  ConvNd(long inChannels, long outChannels, Size kernelSize, UnaryOperator<Options> with) {
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = kernelSize;
    options = checked(configured(new Options(), with));
    weight = new Parameter(
        Torch.empty(Kernels.shape(outChannels, inChannels / options.convolution().groups(), kernelSize)));
    bias = options.bias() ? new Parameter(Torch.empty(outChannels)) : null;
    Kernels.draw(weight, bias);
  }

  /** {@return the input convolved with kernels, zeros around it where the options ask for padding} */
  abstract Tensor convolve(Tensor input, Tensor kernels, @Nullable Tensor shift, ConvOptions how);

  @Override protected Tensor forward(Tensor input) { return convForward(input, weight, bias); }

  /** {@return the input, padded as this layer pads, convolved with kernels of a subclass's choice} */
  protected final Tensor convForward(Tensor input, Tensor kernels, @Nullable Tensor shift) {
    ConvOptions how = options.convolution();
    if (options.paddingMode() == PaddingMode.ZEROS) return convolve(input, kernels, shift, how);
    Tensor padded = F.pad(input, border(), options.paddingMode().pad());
    return convolve(padded, kernels, shift, how.padding(Padding.VALID));
  }

  @Override public void resetParameters() { Kernels.draw(weight, bias); }

  /** What padding adds at both ends of each dimension, the last dimension first. */
  private long[] border() {
    var border = new long[2 * kernelSize.size()];
    long[] before = padding();
    for (int i = 0; i < before.length; i++) {
      int at = 2 * (before.length - 1 - i);
      border[at] = before[i];
      border[at + 1] = named() == Padding.SAME ? overhang(i) - before[i] : before[i];
    }
    return border;
  }

  /** By how much a kernel is longer than one element. */
  private long overhang(int dim) {
    return options.convolution().dilation().get(dim) * (kernelSize.get(dim) - 1);
  }

  private @Nullable Padding named() { return options.convolution().namedPadding(); }

  private Options checked(Options given) {
    String who = ClassNames.of(getClass());
    int rank = kernelSize.size();
    ConvOptions c = given.convolution();
    Kernels.checkChannels(who, inChannels, outChannels, c.groups());
    if (c.namedPadding() == Padding.SAME && c.stride().stream().anyMatch(s -> s != 1)) {
      throw new TorchException(who + ": stride is " + c.stride().inMessage() + " with padding SAME (expected: 1);"
          + " padding='same' is not supported for strided convolutions");
    }
    return given.convolution(c.inDimensions(who, rank));
  }

  /** {@return the number of input channels} */
  public final long inChannels() { return inChannels; }

  /** {@return the number of output channels} */
  public final long outChannels() { return outChannels; }

  /** {@return the kernel's size in each dimension} */
  public final long[] kernelSize() {
    return kernelSize.toLongArray();
  }

  /** {@return the steps between outputs in each dimension} */
  public final long[] stride() {
    return options.convolution().stride().toLongArray();
  }

  /** {@return what is added before each dimension} */
  public final long[] padding() {
    long[] amounts = options.convolution().padding().toLongArray();
    if (named() == Padding.SAME) for (int i = 0; i < amounts.length; i++) amounts[i] = overhang(i) / 2;
    return amounts;
  }

  /** {@return the steps between the kernel's elements in each dimension} */
  public final long[] dilation() {
    return options.convolution().dilation().toLongArray();
  }

  /** {@return the number of groups that the channels are divided into} */
  public final long groups() {
    return options.convolution().groups();
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the settings of the living layer, which keeps its parameters; {@code conv.options(o -> o.stride(1))}. */
  public final void options(UnaryOperator<Options> with) {
    options = checked(configured(options, with));
  }

  @Override protected String extraRepr() {
    ConvOptions c = options.convolution();
    Padding named = c.namedPadding();
    PaddingMode mode = options.paddingMode();
    return inChannels + ", " + outChannels + ", kernel_size=" + Kernels.tuple(kernelSize) + ", stride="
        + Kernels.tuple(c.stride())
        + (named != null ? ", padding=" + named.torchName() : Kernels.text("padding", c.padding(), 0))
        + Kernels.text("dilation", c.dilation(), 1) + (c.groups() == 1 ? "" : ", groups=" + c.groups())
        + (bias == null ? ", bias=False" : "")
        + (mode == PaddingMode.ZEROS ? "" : ", padding_mode=" + mode.torchName());
  }

  /** The settings of a convolution. Sizes are one number for all dimensions or one for each. */
  public static final class Options extends FluentOptions<Options> {
    private ConvOptions convolution = new ConvOptions();
    private boolean bias = true;
    private PaddingMode paddingMode = PaddingMode.ZEROS;

    /** Steps between the places where the kernel is applied; default 1. */
    public Options stride(long... steps) {
      return with(o -> o.convolution = convolution.stride(steps));
    }

    /** How many elements padding adds at both ends of each dimension; default 0. */
    public Options padding(long... amounts) {
      return with(o -> o.convolution = convolution.padding(amounts));
    }

    /** Padding that follows from the kernel, instead of amounts; default none. */
    public Options padding(Padding named) {
      return with(o -> o.convolution = convolution.padding(named));
    }

    /** Steps between the kernel's elements; default 1. */
    public Options dilation(long... steps) {
      return with(o -> o.convolution = convolution.dilation(steps));
    }

    /** Number of groups that the channels are divided into, each with its own kernels; default 1. */
    public Options groups(long count) {
      return with(o -> o.convolution = convolution.groups(count));
    }

    /** Whether there is a learnable bias; default true. */
    public Options bias(boolean bias) {
      return with(o -> o.bias = bias);
    }

    public boolean bias() { return bias; }

    /** What padding consists of; default {@link PaddingMode#ZEROS}. */
    public Options paddingMode(PaddingMode paddingMode) {
      return with(o -> o.paddingMode = paddingMode);
    }

    public PaddingMode paddingMode() { return paddingMode; }

    private Options convolution(ConvOptions convolution) { return with(o -> o.convolution = convolution); }

    /** {@return how the kernel moves} */
    public ConvOptions convolution() { return convolution; }
  }
}
