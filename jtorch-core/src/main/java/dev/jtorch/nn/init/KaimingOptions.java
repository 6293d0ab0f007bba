package dev.jtorch.nn.init;

import dev.jtorch.Generator;
import org.jspecify.annotations.Nullable;

/**
 * How He's initialisers choose their spread.
 *
 * @param a the negative slope of the leaky ReLU that follows; 0 at first
 * @param mode whose variance is kept; {@code FAN_IN} at first
 * @param nonlinearity what follows the layer; a leaky ReLU at first
 * @param generator the source of random numbers; the default one at first
 */
public record KaimingOptions(double a, FanMode mode, Nonlinearity nonlinearity, @Nullable Generator generator) {
  static final KaimingOptions DEFAULT = new KaimingOptions(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU, null);

  /** {@return these options with another slope of the leaky ReLU that follows} */
  public KaimingOptions a(double negativeSlope) {
    return new KaimingOptions(negativeSlope, mode, nonlinearity, generator);
  }

  /** {@return these options with the other variance kept} */
  public KaimingOptions mode(FanMode which) {
    return new KaimingOptions(a, which, nonlinearity, generator);
  }

  /** {@return these options with another nonlinearity that follows} */
  public KaimingOptions nonlinearity(Nonlinearity follows) {
    return new KaimingOptions(a, mode, follows, generator);
  }

  /** {@return these options with a source of random numbers} */
  public KaimingOptions generator(Generator source) {
    return new KaimingOptions(a, mode, nonlinearity, source);
  }

  /** The standard deviation for a tensor. */
  double std(Fans fans) {
    double fan = mode == FanMode.FAN_IN ? fans.in() : fans.out();
    return nonlinearity.gain(a) / Math.sqrt(fan);
  }
}
