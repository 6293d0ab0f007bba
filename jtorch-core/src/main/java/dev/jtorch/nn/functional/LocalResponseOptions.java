package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;

/** Options of local response normalisation. */
public final class LocalResponseOptions extends FluentOptions<LocalResponseOptions> {
  private double alpha = 1e-4;
  private double beta = 0.75;
  private double k = 1;

  /** Weight of the neighbours; default 1e-4. */
  public LocalResponseOptions alpha(double alpha) {
    return with(o -> o.alpha = alpha);
  }

  public double alpha() { return alpha; }

  /** The exponent; default 0.75. */
  public LocalResponseOptions beta(double beta) { return with(o -> o.beta = beta); }

  public double beta() { return beta; }

  /** Value added to the weighted mean; default 1. */
  public LocalResponseOptions k(double k) {
    return with(o -> o.k = k);
  }

  public double k() { return k; }
}
