package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import dev.jtorch.TorchException;
import dev.jtorch.nn.check.Require;
import org.jspecify.annotations.Nullable;

/** How a kernel moves over the input of a convolution. Sizes are one number for all dimensions or one for each. */
public final class ConvOptions extends FluentOptions<ConvOptions> {
  private Size stride = Size.of(1);
  private Size padding = Size.of(0);
  private @Nullable Padding namedPadding;
  private Size dilation = Size.of(1);
  private long groups = 1;

  /** Steps between outputs; default 1. */
  public ConvOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** What is added at both ends of each dimension; default 0. */
  public ConvOptions padding(long... amounts) {
    return with(o -> { o.padding = Size.of(amounts); o.namedPadding = null; });
  }

  public Size padding() { return padding; }

  /** Padding that follows from the kernel, in place of amounts; default none. */
  public ConvOptions padding(Padding named) {
    return with(o -> { o.padding = Size.of(0); o.namedPadding = named; });
  }

  /** Steps between the kernel's elements; default 1. */
  public ConvOptions dilation(long... dilation) {
    return with(o -> o.dilation = Size.of(dilation));
  }

  public Size dilation() { return dilation; }

  /** Number of groups that the channels are divided into, each with its own kernels; default 1. */
  public ConvOptions groups(long groups) {
    return with(o -> o.groups = groups);
  }

  public long groups() { return groups; }

  /** These options with a number for each of the {@code rank} dimensions, if they fit that many. */
  public ConvOptions inDimensions(String who, int rank) {
    if (rank < 1 || rank > 3) throw new TorchException(who + ": rank is " + rank + " (expected: 1, 2 or 3)");
    return with(o -> {
      o.stride = Require.sizes(who, "stride", stride, rank);
      o.padding = Require.sizes(who, "padding", padding, rank);
      o.dilation = Require.sizes(who, "dilation", dilation, rank);
    });
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }

  /** {@return padding that follows from the kernel; null where amounts are given} */
  public @Nullable Padding namedPadding() {
    return namedPadding;
  }
}
