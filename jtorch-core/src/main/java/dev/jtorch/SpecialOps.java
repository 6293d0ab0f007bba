package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;

/**
 * Error, gamma and Bessel functions, elementwise.
 *
 * <p>Integers give the default floating type.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/special.html">torch.special</a>
 */
public sealed interface SpecialOps permits Tensor {
  /** {@return the error function {@code 2/√π ∫₀ˣ exp(-t²) dt}} */
  default Tensor erf() {
    return tensor(AtenMath.erf(handle(this)));
  }

  /** {@link #erf()} in place. */
  default Tensor erf_() {
    AtenMath.erf_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code 1 - erf(this)}, exact for large numbers} */
  default Tensor erfc() {
    return tensor(AtenMath.erfc(handle(this)));
  }

  /** {@link #erfc()} in place. */
  default Tensor erfc_() {
    AtenMath.erfc_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse of {@link #erf()}; infinite at -1 and 1} */
  default Tensor erfinv() {
    return tensor(AtenMath.erfinv(handle(this)));
  }

  /** {@link #erfinv()} in place. */
  default Tensor erfinv_() {
    AtenMath.erfinv_(handle(this));
    return (Tensor) this;
  }

  /** {@return the logarithm of the absolute value of the gamma function} */
  default Tensor lgamma() {
    return tensor(AtenMath.lgamma(handle(this)));
  }

  /** {@link #lgamma()} in place. */
  default Tensor lgamma_() {
    AtenMath.lgamma_(handle(this));
    return (Tensor) this;
  }

  /** {@return the derivative of {@link #lgamma()}} */
  default Tensor digamma() {
    return tensor(AtenMath.digamma(handle(this)));
  }

  /** {@link #digamma()} in place. */
  default Tensor digamma_() {
    AtenMath.digamma_(handle(this));
    return (Tensor) this;
  }

  /** The derivative of {@link #digamma()} of order {@code n}, which is not negative. */
  default Tensor polygamma(int n) {
    return tensor(AtenMath.polygamma(n, handle(this)));
  }

  /** {@link #polygamma(int)} in place. */
  default Tensor polygamma_(int n) {
    AtenMath.polygamma_(handle(this), n);
    return (Tensor) this;
  }

  /** {@return the logarithm of the gamma function of {@code p} dimensions, of numbers above {@code (p - 1) / 2}} */
  default Tensor mvlgamma(int p) {
    return tensor(AtenMath.mvlgamma(handle(this), p));
  }

  /** {@link #mvlgamma(int)} in place. */
  default Tensor mvlgamma_(int p) {
    AtenMath.mvlgamma_(handle(this), p);
    return (Tensor) this;
  }

  /** {@return the regularised lower incomplete gamma function with the shape in this, at {@code other}} */
  default Tensor igamma(Tensor other) {
    return tensor(AtenArithmetic.igamma(handle(this), handle(other)));
  }

  /** {@link #igamma(Tensor)} in place. */
  default Tensor igamma_(Tensor other) {
    AtenArithmetic.igamma_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return {@code 1 -} {@link #igamma(Tensor)}: the upper incomplete gamma function} */
  default Tensor igammac(Tensor other) {
    return tensor(AtenArithmetic.igammac(handle(this), handle(other)));
  }

  /** {@link #igammac(Tensor)} in place. */
  default Tensor igammac_(Tensor other) {
    AtenArithmetic.igammac_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return the modified Bessel function of the first kind, of order 0} */
  default Tensor i0() {
    return tensor(AtenMath.i0(handle(this)));
  }

  /** {@link #i0()} in place. */
  default Tensor i0_() {
    AtenMath.i0_(handle(this));
    return (Tensor) this;
  }
}
