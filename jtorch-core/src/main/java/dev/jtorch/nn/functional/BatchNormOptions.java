package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/** What batch normalisation does beside normalising. */
public final class BatchNormOptions extends FluentOptions<BatchNormOptions> {
  private @Nullable Tensor weight;
  private @Nullable Tensor bias;
  private boolean training = false;
  private double momentum = 0.1;
  private double eps = 1e-5;

  /** The scale of each channel; default none. */
  public BatchNormOptions weight(@Nullable Tensor weight) {
    return with(o -> o.weight = weight);
  }

  public @Nullable Tensor weight() { return weight; }

  /** The shift of each channel; default none. */
  public BatchNormOptions bias(@Nullable Tensor bias) {
    return with(o -> o.bias = bias);
  }

  public @Nullable Tensor bias() { return bias; }

  /** Normalises by the batch's own statistics and updates the running ones; default false. */
  public BatchNormOptions training(boolean training) {
    return with(o -> o.training = training);
  }

  public boolean training() { return training; }

  /** The batch's share in the updated running statistics; default 0.1. */
  public BatchNormOptions momentum(double momentum) {
    return with(o -> o.momentum = momentum);
  }

  public double momentum() { return momentum; }

  /** Value added to the variance, so that no division is by zero; default 1e-5. */
  public BatchNormOptions eps(double eps) {
    return with(o -> o.eps = eps);
  }

  public double eps() { return eps; }
}
