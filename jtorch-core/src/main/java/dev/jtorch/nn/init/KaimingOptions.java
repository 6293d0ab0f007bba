package dev.jtorch.nn.init;

import dev.jtorch.FluentOptions;
import dev.jtorch.Generator;
import org.jspecify.annotations.Nullable;

/** How He's initialisers choose their spread. */
public final class KaimingOptions extends FluentOptions<KaimingOptions> {
  private double a = 0;
  private FanMode mode = FanMode.FAN_IN;
  private Nonlinearity nonlinearity = Nonlinearity.LEAKY_RELU;
  private @Nullable Generator generator;

  /** The negative slope of the leaky ReLU that follows; default 0. */
  public KaimingOptions a(double a) {
    return with(o -> o.a = a);
  }

  public double a() { return a; }

  /** Whose variance is kept; default {@code FAN_IN}. */
  public KaimingOptions mode(FanMode mode) {
    return with(o -> o.mode = mode);
  }

  public FanMode mode() { return mode; }

  /** What follows the layer; default a leaky ReLU. */
  public KaimingOptions nonlinearity(Nonlinearity nonlinearity) {
    return with(o -> o.nonlinearity = nonlinearity);
  }

  public Nonlinearity nonlinearity() { return nonlinearity; }

  /** The source of random numbers; default the default one. */
  public KaimingOptions generator(Generator generator) {
    return with(o -> o.generator = generator);
  }

  public @Nullable Generator generator() { return generator; }

  /** The standard deviation for a tensor. */
  double std(Fans fans) {
    double fan = mode == FanMode.FAN_IN ? fans.in() : fans.out();
    return nonlinearity.gain(a) / Math.sqrt(fan);
  }
}
