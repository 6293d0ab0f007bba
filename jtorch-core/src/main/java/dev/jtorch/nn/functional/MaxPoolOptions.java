package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;

/** Options of max pooling. Sizes are one number for all dimensions or one for each. */
public final class MaxPoolOptions extends FluentOptions<MaxPoolOptions> {
  private Size stride = Size.of();
  private Size padding = Size.of(0);
  private Size dilation = Size.of(1);
  private boolean ceilMode = false;

  /** Steps between windows; default the window's size. */
  public MaxPoolOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** How many minus infinities are added at both ends of each dimension; default 0. */
  public MaxPoolOptions padding(long... padding) {
    return with(o -> o.padding = Size.of(padding));
  }

  public Size padding() { return padding; }

  /** Steps between the window's elements; default 1. */
  public MaxPoolOptions dilation(long... dilation) {
    return with(o -> o.dilation = Size.of(dilation));
  }

  public Size dilation() { return dilation; }

  /** Whether to keep windows that begin inside the input and end beyond it; default false. */
  public MaxPoolOptions ceilMode(boolean ceilMode) {
    return with(o -> o.ceilMode = ceilMode);
  }

  public boolean ceilMode() { return ceilMode; }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }
}
