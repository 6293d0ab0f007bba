package dev.jtorch.nn.functional;

import dev.jtorch.Size;

/**
 * How the window of a norm moves.
 *
 * @param stride steps between windows, one number for all dimensions or one for each; the window's size where it is empty, as it is
 *     at first
 * @param ceilMode also windows that only begin inside the input; false at first
 */
public record LpPoolOptions(Size stride, boolean ceilMode) {
  /** PyTorch's defaults. */
  public static final LpPoolOptions DEFAULT = new LpPoolOptions(Size.of(), false);

  /** {@return these options with other steps between windows} */
  public LpPoolOptions stride(long... steps) {
    return new LpPoolOptions(Size.of(steps), ceilMode);
  }

  /** {@return these options with windows that only begin inside the input, or without} */
  public LpPoolOptions ceilMode(boolean on) {
    return new LpPoolOptions(stride, on);
  }

  AvgPoolOptions means() {
    return AvgPoolOptions.DEFAULT.stride(stride.toLongArray()).ceilMode(ceilMode);
  }
}
