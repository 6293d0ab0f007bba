package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What batch normalisation does beside normalising.
 *
 * @param weight the scale of each channel; none at first
 * @param bias the shift of each channel; none at first
 * @param training normalises by the batch's own statistics and updates the running ones; false at first
 * @param momentum the batch's share in the updated running statistics; 0.1 at first
 * @param eps what is added to the variance; 1e-5 at first
 */
public record BatchNormOptions(@Nullable Tensor weight, @Nullable Tensor bias, boolean training, double momentum,
    double eps) {
  /** PyTorch's defaults. */
  public static final BatchNormOptions DEFAULT = new BatchNormOptions(null, null, false, 0.1, 1e-5);

  /** {@return these options with a scale for each channel} */
  public BatchNormOptions weight(@Nullable Tensor scale) {
    return new BatchNormOptions(scale, bias, training, momentum, eps);
  }

  /** {@return these options with a shift for each channel} */
  public BatchNormOptions bias(@Nullable Tensor shift) {
    return new BatchNormOptions(weight, shift, training, momentum, eps);
  }

  /** {@return these options with the batch's own statistics, or the running ones} */
  public BatchNormOptions training(boolean on) {
    return new BatchNormOptions(weight, bias, on, momentum, eps);
  }

  /** {@return these options with another share of the batch in the running statistics} */
  public BatchNormOptions momentum(double share) {
    return new BatchNormOptions(weight, bias, training, share, eps);
  }

  /** {@return these options with another addition to the variance} */
  public BatchNormOptions eps(double value) {
    return new BatchNormOptions(weight, bias, training, momentum, value);
  }
}
