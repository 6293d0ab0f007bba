package dev.jtorch.nn.init;

import dev.jtorch.Generator;
import org.jspecify.annotations.Nullable;

/**
 * A normal distribution within bounds.
 *
 * @param mean of the normal distribution; 0 at first
 * @param std the normal distribution's standard deviation; 1 at first
 * @param a the lower bound; -2 at first
 * @param b the upper bound; 2 at first
 * @param generator the source of random numbers; the default one at first
 */
public record TruncNormalOptions(double mean, double std, double a, double b, @Nullable Generator generator) {
  static final TruncNormalOptions DEFAULT = new TruncNormalOptions(0, 1, -2, 2, null);

  /** {@return these options with another mean} */
  public TruncNormalOptions mean(double value) {
    return new TruncNormalOptions(value, std, a, b, generator);
  }

  /** {@return these options with another standard deviation} */
  public TruncNormalOptions std(double value) {
    return new TruncNormalOptions(mean, value, a, b, generator);
  }

  /** {@return these options with another lower bound} */
  public TruncNormalOptions a(double lowest) {
    return new TruncNormalOptions(mean, std, lowest, b, generator);
  }

  /** {@return these options with another upper bound} */
  public TruncNormalOptions b(double highest) {
    return new TruncNormalOptions(mean, std, a, highest, generator);
  }

  /** {@return these options with a source of random numbers} */
  public TruncNormalOptions generator(Generator source) {
    return new TruncNormalOptions(mean, std, a, b, source);
  }
}
