package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What instance normalisation does beside normalising.
 *
 * @param weight the scale of each channel; none at first
 * @param bias the shift of each channel; none at first
 * @param useInputStats normalises by each example's own statistics and updates the running ones; true at first
 * @param momentum the examples' share in the updated running statistics; 0.1 at first
 * @param eps what is added to the variance; 1e-5 at first
 */
public record InstanceNormOptions(@Nullable Tensor weight, @Nullable Tensor bias, boolean useInputStats,
    double momentum,
    double eps) {
  /** PyTorch's defaults. */
  public static final InstanceNormOptions DEFAULT = new InstanceNormOptions(null, null, true, 0.1, 1e-5);

  /** {@return these options with a scale for each channel} */
  public InstanceNormOptions weight(@Nullable Tensor scale) {
    return new InstanceNormOptions(scale, bias, useInputStats, momentum, eps);
  }

  /** {@return these options with a shift for each channel} */
  public InstanceNormOptions bias(@Nullable Tensor shift) {
    return new InstanceNormOptions(weight, shift, useInputStats, momentum, eps);
  }

  /** {@return these options with each example's own statistics, or the running ones} */
  public InstanceNormOptions useInputStats(boolean on) {
    return new InstanceNormOptions(weight, bias, on, momentum, eps);
  }

  /** {@return these options with another share of the examples in the running statistics} */
  public InstanceNormOptions momentum(double share) {
    return new InstanceNormOptions(weight, bias, useInputStats, share, eps);
  }

  /** {@return these options with another addition to the variance} */
  public InstanceNormOptions eps(double value) {
    return new InstanceNormOptions(weight, bias, useInputStats, momentum, value);
  }
}
