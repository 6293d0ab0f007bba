package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * Options of quantiles.
 *
 * @param dim the dimension to reduce; null means all elements
 * @param keepdim leaves the reduced dimension with size 1
 * @param interpolation what to return where the quantile lies between two elements
 */
public record QuantileOptions(@Nullable Integer dim, boolean keepdim, QuantileInterpolation interpolation) {
  static final QuantileOptions DEFAULT = new QuantileOptions(null, false, QuantileInterpolation.LINEAR);

  public QuantileOptions dim(int which) { return new QuantileOptions(which, keepdim, interpolation); }

  public QuantileOptions keepdim(boolean on) { return new QuantileOptions(dim, on, interpolation); }

  public QuantileOptions interpolation(QuantileInterpolation how) { return new QuantileOptions(dim, keepdim, how); }

  @Nullable Long longDim() { return dim == null ? null : dim.longValue(); }
}
