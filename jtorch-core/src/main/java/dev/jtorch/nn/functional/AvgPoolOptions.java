package dev.jtorch.nn.functional;

import dev.jtorch.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the window of a mean moves. Sizes are one number for all dimensions or one for each.
 *
 * @param stride steps between windows; the window's size where it is empty, as it is at first
 * @param padding zeros that are added at both ends of each dimension; 0 at first
 * @param ceilMode also windows that only begin inside the input; false at first
 * @param countIncludePad padding counts in the mean; true at first
 * @param divisorOverride what sums are divided by in place of the number of elements, in two and three dimensions; null
 *     at first
 */
public record AvgPoolOptions(Size stride, Size padding, boolean ceilMode, boolean countIncludePad,
    @Nullable Long divisorOverride) {
  /** PyTorch's defaults. */
  public static final AvgPoolOptions DEFAULT = new AvgPoolOptions(Size.of(), Size.of(0), false, true, null);

  /** {@return these options with other steps between windows} */
  public AvgPoolOptions stride(long... steps) {
    return new AvgPoolOptions(Size.of(steps), padding, ceilMode, countIncludePad, divisorOverride);
  }

  /** {@return these options with zeros at both ends of each dimension} */
  public AvgPoolOptions padding(long... amounts) {
    return new AvgPoolOptions(stride, Size.of(amounts), ceilMode, countIncludePad, divisorOverride);
  }

  /** {@return these options with windows that only begin inside the input, or without} */
  public AvgPoolOptions ceilMode(boolean on) {
    return new AvgPoolOptions(stride, padding, on, countIncludePad, divisorOverride);
  }

  /** {@return these options with padding counted in the mean, or not} */
  public AvgPoolOptions countIncludePad(boolean on) {
    return new AvgPoolOptions(stride, padding, ceilMode, on, divisorOverride);
  }

  /** {@return these options with a divisor for all windows} */
  public AvgPoolOptions divisorOverride(long divisor) {
    return new AvgPoolOptions(stride, padding, ceilMode, countIncludePad, divisor);
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }
}
