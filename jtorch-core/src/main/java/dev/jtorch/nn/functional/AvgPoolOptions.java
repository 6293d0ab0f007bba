package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import org.jspecify.annotations.Nullable;

/** Options of average pooling. Sizes are one number for all dimensions or one for each. */
public final class AvgPoolOptions extends FluentOptions<AvgPoolOptions> {
  private Size stride = Size.of();
  private Size padding = Size.of(0);
  private boolean ceilMode = false;
  private boolean countIncludePad = true;
  private @Nullable Long divisorOverride;

  /** Steps between windows; default the window's size. */
  public AvgPoolOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** How many zeros are added at both ends of each dimension; default 0. */
  public AvgPoolOptions padding(long... padding) {
    return with(o -> o.padding = Size.of(padding));
  }

  public Size padding() { return padding; }

  /** Whether to keep windows that begin inside the input and end beyond it; default false. */
  public AvgPoolOptions ceilMode(boolean ceilMode) {
    return with(o -> o.ceilMode = ceilMode);
  }

  public boolean ceilMode() { return ceilMode; }

  /** Whether padding counts in the mean; default true. */
  public AvgPoolOptions countIncludePad(boolean countIncludePad) {
    return with(o -> o.countIncludePad = countIncludePad);
  }

  public boolean countIncludePad() { return countIncludePad; }

  /** What sums are divided by instead of the number of elements, in two and three dimensions; default null. */
  public AvgPoolOptions divisorOverride(long divisorOverride) {
    return with(o -> o.divisorOverride = divisorOverride);
  }

  public @Nullable Long divisorOverride() { return divisorOverride; }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }
}
