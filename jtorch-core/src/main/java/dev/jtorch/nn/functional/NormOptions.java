package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What layer and group normalisation do beside normalising.
 *
 * @param weight the scale; none at first
 * @param bias the shift; none at first
 * @param eps what is added to the variance; 1e-5 at first
 */
public record NormOptions(@Nullable Tensor weight, @Nullable Tensor bias, double eps) {
  /** PyTorch's defaults. */
  public static final NormOptions DEFAULT = new NormOptions(null, null, 1e-5);

  /** {@return these options with a scale} */
  public NormOptions weight(@Nullable Tensor scale) {
    return new NormOptions(scale, bias, eps);
  }

  /** {@return these options with a shift} */
  public NormOptions bias(@Nullable Tensor shift) {
    return new NormOptions(weight, shift, eps);
  }

  /** {@return these options with another addition to the variance} */
  public NormOptions eps(double value) {
    return new NormOptions(weight, bias, value);
  }
}
