package dev.jtorch.nn.upsampling;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.nn.functional.InterpolateMode;
import dev.jtorch.nn.functional.InterpolateOptions;
import java.util.function.UnaryOperator;

/**
 * Resizes images by the nearest element. PyTorch has deprecated it in favour of {@link Upsample}.
 *
 * <p>Formula: {@code y(i, j) = x(⌊i H / H'⌋, ⌊j W / W'⌋)}
 *
 * <p>Shape: input {@code (N, C, H, W)}; the output's sizes are the given ones, or the input's multiplied by the factors
 * and rounded down.
 *
 * <pre>{@code
 * var up = UpsamplingNearest2d.size(30, 40);
 * Tensor y = up.call(Torch.randn(1, 3, 10, 10)); // (1, 3, 30, 40)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.UpsamplingNearest2d.html">torch.nn.UpsamplingNearest2d</a>
 */
public class UpsamplingNearest2d extends Upsample {
  /** For subclasses: options with a size or a scale factor; the mode is fixed. */
  protected UpsamplingNearest2d(UnaryOperator<InterpolateOptions> with) {
    super(o -> configured(o.mode(InterpolateMode.NEAREST), with));
  }

  /** {@return a layer for this output height and width, or for a square} */
  public static UpsamplingNearest2d size(long... sizes) {
    return new UpsamplingNearest2d(o -> o.size(sizes));
  }

  /** {@return a layer for these factors of height and width, or one factor for both} */
  public static UpsamplingNearest2d scaleFactor(double... factors) {
    return new UpsamplingNearest2d(o -> o.scaleFactor(factors));
  }
}
