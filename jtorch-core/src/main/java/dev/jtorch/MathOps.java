package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.IntegerDivision;

/**
 * Signs, rounding and common divisors, elementwise.
 *
 * <p>Rounding leaves integers as they are.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface MathOps permits Tensor {
  /** {@return the absolute value, which is real for a complex number too} */
  default Tensor abs() {
    return tensor(AtenMath.abs(handle(this)));
  }

  /** {@link #abs()} in place. */
  default Tensor abs_() {
    AtenMath.abs_(handle(this));
    return (Tensor) this;
  }

  /** {@return -1, 0 or 1; NaN stays NaN} */
  default Tensor sign() { return tensor(AtenMath.sign(handle(this))); }

  /** {@link #sign()} in place. */
  default Tensor sign_() {
    AtenMath.sign_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@link #sign()}; of a complex number, the number of absolute value 1 with the same angle} */
  default Tensor sgn() {
    return tensor(AtenMath.sgn(handle(this)));
  }

  /** {@link #sgn()} in place. */
  default Tensor sgn_() {
    AtenMath.sgn_(handle(this));
    return (Tensor) this;
  }

  /** {@return the next integer that is not smaller} */
  default Tensor ceil() {
    return tensor(AtenMath.ceil(handle(this)));
  }

  /** {@link #ceil()} in place. */
  default Tensor ceil_() {
    AtenMath.ceil_(handle(this));
    return (Tensor) this;
  }

  /** {@return the next integer that is not greater} */
  default Tensor floor() {
    return tensor(AtenMath.floor(handle(this)));
  }

  /** {@link #floor()} in place. */
  default Tensor floor_() {
    AtenMath.floor_(handle(this));
    return (Tensor) this;
  }

  /** {@return the integer part, rounded to zero} */
  default Tensor trunc() {
    return tensor(AtenMath.trunc(handle(this)));
  }

  /** {@link #trunc()} in place. */
  default Tensor trunc_() {
    AtenMath.trunc_(handle(this));
    return (Tensor) this;
  }

  /** {@return the part after the decimal point, with the sign} */
  default Tensor frac() {
    return tensor(AtenMath.frac(handle(this)));
  }

  /** {@link #frac()} in place. */
  default Tensor frac_() {
    AtenMath.frac_(handle(this));
    return (Tensor) this;
  }

  /** {@return the nearest integer, halves to the even one} */
  default Tensor round() {
    return tensor(AtenMath.round(handle(this)));
  }

  /** {@link #round()} in place. */
  default Tensor round_() {
    AtenMath.round_(handle(this));
    return (Tensor) this;
  }

  /** {@return this rounded to a number of decimals, which may be negative} */
  default Tensor round(int decimals) {
    return tensor(AtenMath.round(handle(this), decimals));
  }

  /** {@link #round(int)} in place. */
  default Tensor round_(int decimals) {
    AtenMath.round_(handle(this), decimals);
    return (Tensor) this;
  }

  /** {@return the absolute values of this with the signs of {@code other}} */
  default Tensor copysign(Tensor other) {
    return tensor(AtenArithmetic.copysign(handle(this), handle(other)));
  }

  /** {@return the absolute values of this with the sign of {@code other}} */
  default Tensor copysign(Number other) {
    return tensor(AtenArithmetic.copysign(handle(this), other));
  }

  /** {@link #copysign(Tensor)} in place. */
  default Tensor copysign_(Tensor other) {
    AtenArithmetic.copysign_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #copysign(Number)} in place. */
  default Tensor copysign_(Number other) {
    AtenArithmetic.copysign_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return the next floating-point numbers on the way to {@code other}} */
  default Tensor nextafter(Tensor other) {
    return tensor(AtenArithmetic.nextafter(handle(this), handle(other)));
  }

  /** {@link #nextafter(Tensor)} in place. */
  default Tensor nextafter_(Tensor other) {
    AtenArithmetic.nextafter_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return 0 where this is negative, 1 where it is positive, and {@code values} where it is 0} */
  default Tensor heaviside(Tensor values) {
    return tensor(AtenArithmetic.heaviside(handle(this), handle(values)));
  }

  /** {@link #heaviside(Tensor)} in place. */
  default Tensor heaviside_(Tensor values) {
    AtenArithmetic.heaviside_(handle(this), handle(values));
    return (Tensor) this;
  }

  /** {@return the greatest common divisors of integers} */
  default Tensor gcd(Tensor other) {
    return tensor(AtenArithmetic.gcd(handle(this), handle(other)));
  }

  /** {@link #gcd(Tensor)} in place. */
  default Tensor gcd_(Tensor other) {
    AtenArithmetic.gcd_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return the least common multiples of integers} */
  default Tensor lcm(Tensor other) {
    return tensor(IntegerDivision.lcm(handle(this), handle(other)));
  }

  /** {@link #lcm(Tensor)} in place. */
  default Tensor lcm_(Tensor other) {
    IntegerDivision.lcm_(handle(this), handle(other));
    return (Tensor) this;
  }
}
