package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Options of interpolation. Sizes and factors are one number for all dimensions or one for each; one of the
 * two must be given.
 */
public final class InterpolateOptions extends FluentOptions<InterpolateOptions> {
  private @Nullable Size size;
  private @Nullable List<Double> scaleFactor;
  private InterpolateMode mode = InterpolateMode.NEAREST;
  private @Nullable Boolean alignCorners;
  private boolean recomputeScaleFactor = false;
  private boolean antialias = false;

  /** The output's sizes, without those of batch and channels; default null. */
  public InterpolateOptions size(long... size) {
    return with(o -> o.size = Size.of(size));
  }

  public @Nullable Size size() { return size; }

  /** What the input's sizes are multiplied by, rounded down; default null. */
  public InterpolateOptions scaleFactor(double... scaleFactor) {
    return with(o -> o.scaleFactor = DoubleStream.of(scaleFactor).boxed().toList());
  }

  public @Nullable List<Double> scaleFactor() { return scaleFactor; }

  /** How values between elements are found; default {@link InterpolateMode#NEAREST}. */
  public InterpolateOptions mode(InterpolateMode mode) {
    return with(o -> o.mode = mode);
  }

  public InterpolateMode mode() { return mode; }

  /**
   * Whether the centres of the corner elements stay in place, instead of their outer edges, so that corners keep their values; only
   * for linear and cubic modes; default null, which means false.
   */
  public InterpolateOptions alignCorners(boolean alignCorners) {
    return with(o -> o.alignCorners = alignCorners);
  }

  public @Nullable Boolean alignCorners() { return alignCorners; }

  /** Whether the factors are computed again from the rounded sizes; default false. */
  public InterpolateOptions recomputeScaleFactor(boolean recomputeScaleFactor) {
    return with(o -> o.recomputeScaleFactor = recomputeScaleFactor);
  }

  public boolean recomputeScaleFactor() { return recomputeScaleFactor; }

  /** Whether images are smoothed when they are made smaller, as PIL does; only for bilinear and bicubic; default false. */
  public InterpolateOptions antialias(boolean antialias) {
    return with(o -> o.antialias = antialias);
  }

  public boolean antialias() { return antialias; }
}
