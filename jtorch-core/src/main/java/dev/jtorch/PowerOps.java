package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.NativeTensor;

/**
 * Powers and roots, elementwise.
 *
 * <p>Roots and reciprocals of integers are of the default floating type; {@code pow} of integers stays an integer.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface PowerOps permits Tensor {
  /** {@return {@code this} to the power of {@code exponent}} */
  default Tensor pow(Tensor exponent) {
    return tensor(AtenArithmetic.pow(handle(this), handle(exponent)));
  }

  /** {@return {@code this} to the power of {@code exponent}; integers refuse negative exponents} */
  default Tensor pow(Number exponent) {
    return tensor(AtenArithmetic.pow(handle(this), exponent));
  }

  /** {@link #pow(Tensor)} in place. */
  default Tensor pow_(Tensor exponent) {
    AtenArithmetic.pow_(handle(this), handle(exponent));
    return (Tensor) this;
  }

  /** {@link #pow(Number)} in place. */
  default Tensor pow_(Number exponent) {
    AtenArithmetic.pow_(handle(this), exponent);
    return (Tensor) this;
  }

  /** {@return {@code this} to the power of {@code exponent}, computed in float64 or complex128} */
  default Tensor floatPower(Tensor exponent) {
    return tensor(AtenArithmetic.floatPower(handle(this), handle(exponent)));
  }

  /** {@return {@code this} to the power of {@code exponent}, computed in float64 or complex128} */
  default Tensor floatPower(Number exponent) {
    return tensor(AtenArithmetic.floatPower(handle(this), exponent));
  }

  /** {@link #floatPower(Tensor)} in place. */
  default Tensor floatPower_(Tensor exponent) {
    AtenArithmetic.floatPower_(handle(this), handle(exponent));
    return (Tensor) this;
  }

  /** {@link #floatPower(Number)} in place. */
  default Tensor floatPower_(Number exponent) {
    AtenArithmetic.floatPower_(handle(this), exponent);
    return (Tensor) this;
  }

  /** {@return {@code this * this}} */
  default Tensor square() { return tensor(AtenMath.square(handle(this))); }

  /** {@link #square()} in place. */
  default Tensor square_() {
    AtenMath.square_(handle(this));
    return (Tensor) this;
  }

  /** {@return the square root; NaN below 0} */
  default Tensor sqrt() { return tensor(AtenMath.sqrt(handle(this))); }

  /** {@link #sqrt()} in place. */
  default Tensor sqrt_() {
    AtenMath.sqrt_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code 1 / sqrt(this)}} */
  default Tensor rsqrt() { return tensor(AtenMath.rsqrt(handle(this))); }

  /** {@link #rsqrt()} in place. */
  default Tensor rsqrt_() {
    AtenMath.rsqrt_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code 1 / this}} */
  default Tensor reciprocal() { return tensor(AtenMath.reciprocal(handle(this))); }

  /** {@link #reciprocal()} in place. */
  default Tensor reciprocal_() {
    AtenMath.reciprocal_(handle(this));
    return (Tensor) this;
  }

  /** {@return the length {@code sqrt(this² + other²)} without overflow on the way} */
  default Tensor hypot(Tensor other) {
    return tensor(AtenArithmetic.hypot(handle(this), handle(other)));
  }

  /** {@link #hypot(Tensor)} in place. */
  default Tensor hypot_(Tensor other) {
    AtenArithmetic.hypot_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return {@code this * 2^other}} */
  default Tensor ldexp(Tensor other) {
    return tensor(AtenArithmetic.ldexp(handle(this), handle(other)));
  }

  /** {@link #ldexp(Tensor)} in place. */
  default Tensor ldexp_(Tensor other) {
    AtenArithmetic.ldexp_(handle(this), handle(other));
    return (Tensor) this;
  }

  /**
   * Splits numbers into mantissa and exponent: {@code this = mantissa * 2^exponent} with the mantissa in [0.5, 1),
   * or in (-1, -0.5] for negative numbers.
   */
  default Frexp frexp() {
    NativeTensor[] parts = AtenMath.frexp(handle(this));
    return new Frexp(tensor(parts[0]), tensor(parts[1]));
  }
}
