package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** Options of quantiles. */
public final class QuantileOptions extends FluentOptions<QuantileOptions> {
  private @Nullable Integer dim;
  private boolean keepdim = false;
  private QuantileInterpolation interpolation = QuantileInterpolation.LINEAR;

  /** The dimension to reduce; null means all elements. */
  public QuantileOptions dim(int dim) {
    return with(o -> o.dim = dim);
  }

  public @Nullable Integer dim() { return dim; }

  /** Leaves the reduced dimension with size 1. */
  public QuantileOptions keepdim(boolean keepdim) {
    return with(o -> o.keepdim = keepdim);
  }

  public boolean keepdim() { return keepdim; }

  /** What to return where the quantile lies between two elements. */
  public QuantileOptions interpolation(QuantileInterpolation interpolation) {
    return with(o -> o.interpolation = interpolation);
  }

  public QuantileInterpolation interpolation() { return interpolation; }

  @Nullable Long longDim() { return dim == null ? null : dim.longValue(); }
}
