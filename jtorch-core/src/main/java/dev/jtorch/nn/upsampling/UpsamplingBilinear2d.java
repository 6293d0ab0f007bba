package dev.jtorch.nn.upsampling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.functional.InterpolateOptions;
import java.util.function.UnaryOperator;

/**
 * Resizes images by bilinear interpolation, with the centres of the corner elements kept in place. PyTorch has
 * deprecated it in favour of {@link Upsample}.
 *
 * <p>Formula: bilinear interpolation of the four nearest elements; the corners keep their values.
 *
 * <p>Shape: input {@code (N, C, H, W)}; the output's sizes are the given ones, or the input's multiplied by the factors
 * and rounded down.
 *
 * <pre>{@code
 * var up = UpsamplingBilinear2d.scaleFactor(2);
 * Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 20, 20)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.UpsamplingBilinear2d.html">torch.nn.UpsamplingBilinear2d</a>
 */
public class UpsamplingBilinear2d extends Upsample {
  /** For subclasses: options with a size or a scale factor; the mode is fixed. */
  protected UpsamplingBilinear2d(UnaryOperator<InterpolateOptions> with) {
    super(o -> configured(o.mode(InterpolateMode.BILINEAR).alignCorners(true), with));
  }

  /** {@return a layer for this output height and width, or for a square} */
  public static UpsamplingBilinear2d size(long... sizes) {
    return new UpsamplingBilinear2d(o -> o.size(sizes));
  }

  /** {@return a layer for these factors of height and width, or one factor for both} */
  public static UpsamplingBilinear2d scaleFactor(double... factors) {
    return new UpsamplingBilinear2d(o -> o.scaleFactor(factors));
  }
}
