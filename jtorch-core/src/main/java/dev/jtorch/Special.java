package dev.jtorch;

/**
 * Special functions of mathematics, elementwise: PyTorch's {@code torch.special}. Many are methods of {@link Tensor} as well;
 * those of other names there are here under the names that {@code torch.special} gives them.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/special.html">torch.special</a>
 */
public final class Special extends SpecialFunctions {
  private Special() {}

  /** {@return the logistic sigmoid {@code 1 / (1 + exp(-input))}; see {@link Tensor#sigmoid}} */
  public static Tensor expit(Tensor input) {
    return input.sigmoid();
  }

  /** {@return the logarithm of the absolute value of the gamma function; see {@link Tensor#lgamma}} */
  public static Tensor gammaln(Tensor input) {
    return input.lgamma();
  }

  /** {@return the regularized lower incomplete gamma function; see {@link Tensor#igamma}} */
  public static Tensor gammainc(Tensor input, Tensor other) {
    return input.igamma(other);
  }

  /** {@return the regularized upper incomplete gamma function; see {@link Tensor#igammac}} */
  public static Tensor gammaincc(Tensor input, Tensor other) {
    return input.igammac(other);
  }

  /** {@return the logarithm of the multivariate gamma function of dimension {@code p}; see {@link Tensor#mvlgamma}} */
  public static Tensor multigammaln(Tensor input, int p) {
    return input.mvlgamma(p);
  }

  /** {@return the {@code n}-th derivative of the digamma function; see {@link Tensor#polygamma}} */
  public static Tensor polygamma(int n, Tensor input) {
    return input.polygamma(n);
  }

  /** {@return the digamma function, the derivative of {@link #gammaln}; see {@link Tensor#digamma}} */
  public static Tensor psi(Tensor input) {
    return input.digamma();
  }
}
