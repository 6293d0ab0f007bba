package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * To what size an input is interpolated, and how. Sizes and factors are one number for all dimensions or one for each; one of the
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

  /** Default nearest. */
  public InterpolateOptions mode(InterpolateMode mode) { return with(o -> o.mode = mode); }

  public InterpolateMode mode() { return mode; }

  /** Corners keep their values: the corners' centres stay in their places, not their outer edges; only for modes of lines and curves; null, which means false, by default. */
  public InterpolateOptions alignCorners(boolean alignCorners) {
    return with(o -> o.alignCorners = alignCorners);
  }

  public @Nullable Boolean alignCorners() { return alignCorners; }

  /** Measures by the sizes, as they are after rounding, not by the factors; default false. */
  public InterpolateOptions recomputeScaleFactor(boolean recomputeScaleFactor) {
    return with(o -> o.recomputeScaleFactor = recomputeScaleFactor);
  }

  public boolean recomputeScaleFactor() { return recomputeScaleFactor; }

  /** Smooths where it makes smaller, as PIL does; only for bilinear and bicubic; default false. */
  public InterpolateOptions antialias(boolean antialias) {
    return with(o -> o.antialias = antialias);
  }

  public boolean antialias() { return antialias; }
}
