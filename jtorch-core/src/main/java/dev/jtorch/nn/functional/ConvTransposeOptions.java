package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import dev.jtorch.TorchException;
import dev.jtorch.nn.check.Require;

/**
 * How a kernel moves over the output of a transposed convolution. Sizes are one number for all dimensions or one for each.
 */
public final class ConvTransposeOptions extends FluentOptions<ConvTransposeOptions> {
  private Size stride = Size.of(1);
  private Size padding = Size.of(0);
  private Size outputPadding = Size.of(0);
  private Size dilation = Size.of(1);
  private long groups = 1;

  /** Steps between where the input's elements put their kernels; default 1. */
  public ConvTransposeOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** What is taken away at both ends of each dimension; default 0. */
  public ConvTransposeOptions padding(long... padding) {
    return with(o -> o.padding = Size.of(padding));
  }

  public Size padding() { return padding; }

  /** What is added at the far end of each dimension; below stride or dilation; default 0. */
  public ConvTransposeOptions outputPadding(long... outputPadding) {
    return with(o -> o.outputPadding = Size.of(outputPadding));
  }

  public Size outputPadding() { return outputPadding; }

  /** Steps between the kernel's elements; default 1. */
  public ConvTransposeOptions dilation(long... dilation) {
    return with(o -> o.dilation = Size.of(dilation));
  }

  public Size dilation() { return dilation; }

  /** Number of groups that the channels are divided into, each with its own kernels; default 1. */
  public ConvTransposeOptions groups(long groups) {
    return with(o -> o.groups = groups);
  }

  public long groups() { return groups; }

  /** These options with a number for each of the {@code rank} dimensions, if they fit that many. */
  public ConvTransposeOptions inDimensions(String who, int rank) {
    if (rank < 1 || rank > 3) throw new TorchException(who + ": rank is " + rank + " (expected: 1, 2 or 3)");
    return with(o -> {
      o.stride = Require.sizes(who, "stride", stride, rank);
      o.padding = Require.sizes(who, "padding", padding, rank);
      o.outputPadding = Require.sizes(who, "outputPadding", outputPadding, rank);
      o.dilation = Require.sizes(who, "dilation", dilation, rank);
    });
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] outputPaddings() { return outputPadding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }
}
