package dev.jtorch.nn.conv;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.ConvTransposeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A transposed convolution: each element of the input adds the kernel, multiplied by the element, to the output. What
 * ConvTranspose1d, ConvTranspose2d and ConvTranspose3d share.
 *
 * <p>Formula: the gradient of a convolution with respect to its input, plus a bias.
 *
 * <p>Shape: input {@code (N, in, *)} or {@code (in, *)}, output {@code (N, out, *)} or {@code (out, *)}; a size L becomes
 * {@code (L - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1}.
 *
 * <p>Initial values: weight and bias uniform in (-1/√k, 1/√k), k = out / groups · size of the kernel.
 */
public abstract class ConvTransposeNd<S extends ConvTransposeNd<S>> extends FluentLayer<S> {
  private final long inChannels;
  private final long outChannels;
  private final Size kernelSize;
  private Options options;
  /** Learnable kernels, shape {@code (inChannels, outChannels / groups, *kernelSize)}. */
  public Parameter weight;
  /** Learnable bias, shape {@code (outChannels)}; null when built with {@code bias(false)}. */
  public @Nullable Parameter bias;

  ConvTransposeNd(long inChannels, long outChannels, Size kernelSize, UnaryOperator<Options> with) {
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = kernelSize;
    options = checked(configured(new Options(), with));
    weight = new Parameter(
        Torch.empty(Kernels.shape(inChannels, outChannels / options.convolution().groups(), kernelSize)));
    bias = options.bias() ? new Parameter(Torch.empty(outChannels)) : null;
    Kernels.draw(weight, bias);
  }

  /** {@return the input's transposed convolution with the layer's kernels} */
  abstract Tensor convolve(Tensor input, ConvTransposeOptions how);

  @Override protected Tensor forward(Tensor input) { return convolve(input, options.convolution()); }

  /**
   * {@return the output in one of the sizes from which a convolution of the same settings comes to the input's} It takes the place of
   * the settings' output padding. Hooks do not run.
   *
   * @param outputSize a size for each dimension, with those of batch and channels or without
   * @throws ShapeException if the output cannot have that size
   */
  public final Tensor toSize(Tensor input, long... outputSize) {
    int rank = kernelSize.size();
    int others = input.dim() == rank + 2 ? 2 : 1;
    if (outputSize.length != rank && outputSize.length != rank + others) {
      throw new ShapeException(
          "ConvTranspose" + rank + "D: for " + input.dim() + "D input, output_size must have " + rank
              + " or " + (rank + others) + " elements (got " + outputSize.length + ")");
    }
    Size wanted = Size.of(outputSize);
    return convolve(input, options.convolution()
        .outputPadding(missing(input, wanted.subList(outputSize.length - rank, outputSize.length))));
  }

  /** By how much the wanted sizes exceed the smallest. */
  private long[] missing(Tensor input, List<Long> wanted) {
    ConvTransposeOptions how = options.convolution();
    List<Long> least = new ArrayList<>();
    List<Long> most = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      long size = (input.size(i - wanted.size()) - 1) * how.stride().get(i) - 2 * how.padding().get(i)
          + how.dilation().get(i) * (kernelSize.get(i) - 1) + 1;
      least.add(size);
      most.add(size + how.stride().get(i) - 1);
    }
    var missing = new long[wanted.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = wanted.get(i) - least.get(i);
      if (missing[i] < 0 || wanted.get(i) > most.get(i)) throw outOfRange(input, wanted, least, most);
    }
    return missing;
  }

  private static ShapeException outOfRange(Tensor input, List<Long> wanted, List<Long> least, List<Long> most) {
    Size shape = input.shape();
    return new ShapeException("requested an output size of " + wanted + ", but valid sizes range from " + least + " to "
        + most + " (for an input of torch.Size(" + shape.subList(2, shape.size()) + "))");
  }

  @Override public void resetParameters() { Kernels.draw(weight, bias); }

  private Options checked(Options given) {
    String who = ClassNames.of(getClass());
    int rank = kernelSize.size();
    ConvTransposeOptions c = given.convolution();
    Kernels.checkChannels(who, inChannels, outChannels, c.groups());
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

  /** {@return the layer's settings, with a size for each dimension} */
  public final Options options() {
    return options;
  }

  /** Changes the settings of the living layer, which keeps its parameters. */
  public final void options(UnaryOperator<Options> with) {
    options = checked(configured(options, with));
  }

  @Override protected String extraRepr() {
    ConvTransposeOptions c = options.convolution();
    return inChannels + ", " + outChannels + ", kernel_size=" + Kernels.tuple(kernelSize) + ", stride="
        + Kernels.tuple(c.stride()) + Kernels.text("padding", c.padding(), 0)
        + Kernels.text("dilation", c.dilation(), 1) + Kernels.text("output_padding", c.outputPadding(), 0)
        + (c.groups() == 1 ? "" : ", groups=" + c.groups()) + (bias == null ? ", bias=False" : "");
  }

  /** The settings of a transposed convolution. Sizes are one number for all dimensions or one for each. */
  public static final class Options extends FluentOptions<Options> {
    private ConvTransposeOptions convolution = new ConvTransposeOptions();
    private boolean bias = true;

    /** Steps in the output between the kernels of neighbouring input elements; default 1. */
    public Options stride(long... steps) {
      return with(o -> o.convolution = convolution.stride(steps));
    }

    /** How many elements are cut off at both ends of each dimension; default 0. */
    public Options padding(long... amounts) {
      return with(o -> o.convolution = convolution.padding(amounts));
    }

    /** How many elements are added at the far end of each dimension; default 0. */
    public Options outputPadding(long... amounts) {
      return with(o -> o.convolution = convolution.outputPadding(amounts));
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

    private Options convolution(ConvTransposeOptions convolution) { return with(o -> o.convolution = convolution); }

    /** {@return how the kernel moves} */
    public ConvTransposeOptions convolution() { return convolution; }
  }
}
