package dev.jtorch.nn.functional;

/**
 * How much neighbouring channels weaken an element.
 *
 * @param alpha the neighbours' weight; 1e-4 at first
 * @param beta the exponent; 0.75 at first
 * @param k what is added to the neighbours' part; 1 at first
 */
public record LocalResponseOptions(double alpha, double beta, double k) {
  /** PyTorch's defaults. */
  public static final LocalResponseOptions DEFAULT = new LocalResponseOptions(1e-4, 0.75, 1);

  /** {@return these options with another weight of the neighbours} */
  public LocalResponseOptions alpha(double weight) {
    return new LocalResponseOptions(weight, beta, k);
  }

  /** {@return these options with another exponent} */
  public LocalResponseOptions beta(double exponent) {
    return new LocalResponseOptions(alpha, exponent, k);
  }

  /** {@return these options with another addition} */
  public LocalResponseOptions k(double value) {
    return new LocalResponseOptions(alpha, beta, value);
  }
}
