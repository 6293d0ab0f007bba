package dev.jtorch.nn.functional;

import dev.jtorch.Size;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * To what size an input is interpolated, and how. Sizes and factors are one number for all dimensions or one for each; one of the
 * two must be given.
 *
 * @param size the output's sizes, without those of batch and channels; null at first
 * @param scaleFactor what the input's sizes are multiplied by, rounded down; null at first
 * @param mode nearest at first
 * @param alignCorners corners keep their values: the corners' centres stay in their places, not their outer edges; only for modes of
 *     lines and curves; null, which means false, at first
 * @param recomputeScaleFactor measures by the sizes, as they are after rounding, not by the factors; false at first
 * @param antialias smooths where it makes smaller, as PIL does; only for bilinear and bicubic; false at first
 */
public record InterpolateOptions(@Nullable Size size, @Nullable List<Double> scaleFactor, InterpolateMode mode,
    @Nullable Boolean alignCorners, boolean recomputeScaleFactor, boolean antialias) {
  /** PyTorch's defaults. */
  public static final InterpolateOptions DEFAULT = new InterpolateOptions(null, null, InterpolateMode.NEAREST, null,
      false, false);

  /** {@return these options with sizes of the output} */
  public InterpolateOptions size(long... sizes) {
    return new InterpolateOptions(Size.of(sizes), scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);
  }

  /** {@return these options with factors of the sizes} */
  public InterpolateOptions scaleFactor(double... factors) {
    return new InterpolateOptions(size, DoubleStream.of(factors).boxed().toList(), mode, alignCorners,
        recomputeScaleFactor, antialias);
  }

  /** {@return these options with another mode} */
  public InterpolateOptions mode(InterpolateMode how) {
    return new InterpolateOptions(size, scaleFactor, how, alignCorners, recomputeScaleFactor, antialias);
  }

  /** {@return these options with the corners' centres kept in their places, or their outer edges} */
  public InterpolateOptions alignCorners(boolean on) {
    return new InterpolateOptions(size, scaleFactor, mode, on, recomputeScaleFactor, antialias);
  }

  /** {@return these options with distances measured by the sizes, or by the factors} */
  public InterpolateOptions recomputeScaleFactor(boolean on) {
    return new InterpolateOptions(size, scaleFactor, mode, alignCorners, on, antialias);
  }

  /** {@return these options with smoothing or without} */
  public InterpolateOptions antialias(boolean on) {
    return new InterpolateOptions(size, scaleFactor, mode, alignCorners, recomputeScaleFactor, on);
  }
}
