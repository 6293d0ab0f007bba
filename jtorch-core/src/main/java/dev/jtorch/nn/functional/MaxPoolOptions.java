package dev.jtorch.nn.functional;

import dev.jtorch.Size;

/**
 * How the window of a maximum moves. Sizes are one number for all dimensions or one for each.
 *
 * @param stride steps between windows; the window's size where it is empty, as it is at first
 * @param padding minus infinities that are added at both ends of each dimension; 0 at first
 * @param dilation steps between the window's elements; 1 at first
 * @param ceilMode also windows that only begin inside the input; false at first
 */
public record MaxPoolOptions(Size stride, Size padding, Size dilation, boolean ceilMode) {
  /** PyTorch's defaults. */
  public static final MaxPoolOptions DEFAULT = new MaxPoolOptions(Size.of(), Size.of(0), Size.of(1), false);

  /** {@return these options with other steps between windows} */
  public MaxPoolOptions stride(long... steps) {
    return new MaxPoolOptions(Size.of(steps), padding, dilation, ceilMode);
  }

  /** {@return these options with minus infinities at both ends of each dimension} */
  public MaxPoolOptions padding(long... amounts) {
    return new MaxPoolOptions(stride, Size.of(amounts), dilation, ceilMode);
  }

  /** {@return these options with other steps between the window's elements} */
  public MaxPoolOptions dilation(long... steps) {
    return new MaxPoolOptions(stride, padding, Size.of(steps), ceilMode);
  }

  /** {@return these options with windows that only begin inside the input, or without} */
  public MaxPoolOptions ceilMode(boolean on) {
    return new MaxPoolOptions(stride, padding, dilation, on);
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }
}
