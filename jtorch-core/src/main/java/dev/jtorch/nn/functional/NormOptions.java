package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/** What layer and group normalisation do beside normalising. */
public final class NormOptions extends FluentOptions<NormOptions> {
  private @Nullable Tensor weight;
  private @Nullable Tensor bias;
  private double eps = 1e-5;

  /** The scale; default none. */
  public NormOptions weight(@Nullable Tensor weight) {
    return with(o -> o.weight = weight);
  }

  public @Nullable Tensor weight() { return weight; }

  /** The shift; default none. */
  public NormOptions bias(@Nullable Tensor bias) { return with(o -> o.bias = bias); }

  public @Nullable Tensor bias() { return bias; }

  /** Value added to the variance, so that no division is by zero; default 1e-5. */
  public NormOptions eps(double eps) {
    return with(o -> o.eps = eps);
  }

  public double eps() { return eps; }
}
