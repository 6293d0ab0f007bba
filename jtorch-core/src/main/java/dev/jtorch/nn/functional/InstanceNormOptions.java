package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/** What instance normalisation does beside normalising. */
public final class InstanceNormOptions extends FluentOptions<InstanceNormOptions> {
  private @Nullable Tensor weight;
  private @Nullable Tensor bias;
  private boolean useInputStats = true;
  private double momentum = 0.1;
  private double eps = 1e-5;

  /** The scale of each channel; default none. */
  public InstanceNormOptions weight(@Nullable Tensor weight) {
    return with(o -> o.weight = weight);
  }

  public @Nullable Tensor weight() { return weight; }

  /** The shift of each channel; default none. */
  public InstanceNormOptions bias(@Nullable Tensor bias) {
    return with(o -> o.bias = bias);
  }

  public @Nullable Tensor bias() { return bias; }

  /** Normalises by each example's own statistics and updates the running ones; default true. */
  public InstanceNormOptions useInputStats(boolean useInputStats) {
    return with(o -> o.useInputStats = useInputStats);
  }

  public boolean useInputStats() { return useInputStats; }

  /** The examples' share in the updated running statistics; default 0.1. */
  public InstanceNormOptions momentum(double momentum) {
    return with(o -> o.momentum = momentum);
  }

  public double momentum() { return momentum; }

  /** Value added to the variance, so that no division is by zero; default 1e-5. */
  public InstanceNormOptions eps(double eps) {
    return with(o -> o.eps = eps);
  }

  public double eps() { return eps; }
}
