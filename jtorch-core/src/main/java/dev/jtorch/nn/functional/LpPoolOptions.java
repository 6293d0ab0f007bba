package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;

/** Options of power-average pooling. */
public final class LpPoolOptions extends FluentOptions<LpPoolOptions> {
  private Size stride = Size.of();
  private boolean ceilMode = false;

  /** Steps between windows, one number for all dimensions or one for each; default the window's size. */
  public LpPoolOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** Whether to keep windows that begin inside the input and end beyond it; default false. */
  public LpPoolOptions ceilMode(boolean ceilMode) {
    return with(o -> o.ceilMode = ceilMode);
  }

  public boolean ceilMode() { return ceilMode; }

  AvgPoolOptions means() {
    return new AvgPoolOptions().stride(stride.toLongArray()).ceilMode(ceilMode);
  }
}
