package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;

/** How the window of a norm moves. */
public final class LpPoolOptions extends FluentOptions<LpPoolOptions> {
  private Size stride = Size.of();
  private boolean ceilMode = false;

  /** Steps between windows, one number for all dimensions or one for each; default the window's size. */
  public LpPoolOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** Also windows that only begin inside the input; default false. */
  public LpPoolOptions ceilMode(boolean ceilMode) {
    return with(o -> o.ceilMode = ceilMode);
  }

  public boolean ceilMode() { return ceilMode; }

  AvgPoolOptions means() {
    return new AvgPoolOptions().stride(stride.toLongArray()).ceilMode(ceilMode);
  }
}
