package dev.jtorch.nn.upsampling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.functional.InterpolateOptions;
import java.util.function.UnaryOperator;

/**
 * Makes images larger on the lines between elements, with the corners' centres kept in their places. PyTorch has deprecated it: {@link Upsample} does the same.
 *
 * <p>Shape: input {@code (N, C, H, W)}; the output's sizes are those given, or the input's times the factors, rounded down.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.UpsamplingBilinear2d.html">torch.nn.UpsamplingBilinear2d</a>
 */
public class UpsamplingBilinear2d extends Upsample {
  /** One to a size, or by a factor, one number or two; the mode is not to be chosen. */
  protected UpsamplingBilinear2d(UnaryOperator<InterpolateOptions> with) {
    super(o -> configured(o.mode(InterpolateMode.BILINEAR).alignCorners(true), with));
  }

  /** {@return one to a height and a width, or to a square} */
  public static UpsamplingBilinear2d size(long... sizes) {
    return new UpsamplingBilinear2d(o -> o.size(sizes));
  }

  /** {@return one by a factor for height and width, or for both} */
  public static UpsamplingBilinear2d scaleFactor(double... factors) {
    return new UpsamplingBilinear2d(o -> o.scaleFactor(factors));
  }
}
