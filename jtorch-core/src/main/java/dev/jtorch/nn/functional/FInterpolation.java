package dev.jtorch.nn.functional;

import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import java.util.function.UnaryOperator;

/**
 * Interpolation.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html">interpolate</a>
 */
abstract sealed class FInterpolation extends FChannelDropout permits FShuffle {
  FInterpolation() {}

  /**
   * {@return the input made larger or smaller: {@code F.interpolate(x, o -> o.scaleFactor(2))}}
   *
   * @param input of shape {@code (N, C, L)}, {@code (N, C, H, W)} or {@code (N, C, D, H, W)}
   * @throws dev.jtorch.ShapeException if the mode does not take an input of so many dimensions, or there is another number of sizes
   *     or factors
   * @throws dev.jtorch.TorchException if not exactly one of size and scale factor is given, or the mode has no such option
   */
  public static Tensor interpolate(Tensor input, UnaryOperator<InterpolateOptions> with) {
    return interpolate(input, configured(new InterpolateOptions(), with));
  }

  /** {@link #interpolate(Tensor, UnaryOperator)} with ready options. */
  public static Tensor interpolate(Tensor input, InterpolateOptions options) {
    return new Interpolation(required(input, "input"), required(options, "options")).run();
  }
}
