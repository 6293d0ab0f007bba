package dev.jtorch.nn.init;

import dev.jtorch.FluentOptions;
import dev.jtorch.Generator;
import org.jspecify.annotations.Nullable;

/** A normal distribution within bounds. */
public final class TruncNormalOptions extends FluentOptions<TruncNormalOptions> {
  private double mean = 0;
  private double std = 1;
  private double a = -2;
  private double b = 2;
  private @Nullable Generator generator;

  /** Of the normal distribution; default 0. */
  public TruncNormalOptions mean(double mean) {
    return with(o -> o.mean = mean);
  }

  public double mean() { return mean; }

  /** The normal distribution's standard deviation; default 1. */
  public TruncNormalOptions std(double std) {
    return with(o -> o.std = std);
  }

  public double std() { return std; }

  /** The lower bound; default -2. */
  public TruncNormalOptions a(double a) { return with(o -> o.a = a); }

  public double a() { return a; }

  /** The upper bound; default 2. */
  public TruncNormalOptions b(double b) { return with(o -> o.b = b); }

  public double b() { return b; }

  /** The source of random numbers; default the default one. */
  public TruncNormalOptions generator(Generator generator) {
    return with(o -> o.generator = generator);
  }

  public @Nullable Generator generator() { return generator; }
}
