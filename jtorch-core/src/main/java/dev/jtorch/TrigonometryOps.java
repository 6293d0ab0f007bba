package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;

/**
 * Trigonometric and hyperbolic functions, elementwise, of angles in radians.
 *
 * <p>Integers give the default floating type. Outside a function's domain the result is NaN.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface TrigonometryOps permits Tensor {
  /** {@return the sine} */
  default Tensor sin() { return tensor(AtenMath.sin(handle(this))); }

  /** {@link #sin()} in place. */
  default Tensor sin_() {
    AtenMath.sin_(handle(this));
    return (Tensor) this;
  }

  /** {@return the cosine} */
  default Tensor cos() { return tensor(AtenMath.cos(handle(this))); }

  /** {@link #cos()} in place. */
  default Tensor cos_() {
    AtenMath.cos_(handle(this));
    return (Tensor) this;
  }

  /** {@return the tangent} */
  default Tensor tan() { return tensor(AtenMath.tan(handle(this))); }

  /** {@link #tan()} in place. */
  default Tensor tan_() {
    AtenMath.tan_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse sine, from -π/2 to π/2} */
  default Tensor asin() {
    return tensor(AtenMath.asin(handle(this)));
  }

  /** {@link #asin()} in place. */
  default Tensor asin_() {
    AtenMath.asin_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse cosine, from 0 to π} */
  default Tensor acos() { return tensor(AtenMath.acos(handle(this))); }

  /** {@link #acos()} in place. */
  default Tensor acos_() {
    AtenMath.acos_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse tangent, from -π/2 to π/2} */
  default Tensor atan() {
    return tensor(AtenMath.atan(handle(this)));
  }

  /** {@link #atan()} in place. */
  default Tensor atan_() {
    AtenMath.atan_(handle(this));
    return (Tensor) this;
  }

  /** {@return the hyperbolic sine} */
  default Tensor sinh() { return tensor(AtenMath.sinh(handle(this))); }

  /** {@link #sinh()} in place. */
  default Tensor sinh_() {
    AtenMath.sinh_(handle(this));
    return (Tensor) this;
  }

  /** {@return the hyperbolic cosine} */
  default Tensor cosh() { return tensor(AtenMath.cosh(handle(this))); }

  /** {@link #cosh()} in place. */
  default Tensor cosh_() {
    AtenMath.cosh_(handle(this));
    return (Tensor) this;
  }

  /** {@return the hyperbolic tangent} */
  default Tensor tanh() { return tensor(AtenMath.tanh(handle(this))); }

  /** {@link #tanh()} in place. */
  default Tensor tanh_() {
    AtenMath.tanh_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse hyperbolic sine} */
  default Tensor asinh() { return tensor(AtenMath.asinh(handle(this))); }

  /** {@link #asinh()} in place. */
  default Tensor asinh_() {
    AtenMath.asinh_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse hyperbolic cosine, of numbers from 1} */
  default Tensor acosh() {
    return tensor(AtenMath.acosh(handle(this)));
  }

  /** {@link #acosh()} in place. */
  default Tensor acosh_() {
    AtenMath.acosh_(handle(this));
    return (Tensor) this;
  }

  /** {@return the inverse hyperbolic tangent, of numbers from -1 to 1} */
  default Tensor atanh() {
    return tensor(AtenMath.atanh(handle(this)));
  }

  /** {@link #atanh()} in place. */
  default Tensor atanh_() {
    AtenMath.atanh_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code sin(πx) / πx}, and 1 at 0} */
  default Tensor sinc() { return tensor(AtenMath.sinc(handle(this))); }

  /** {@link #sinc()} in place. */
  default Tensor sinc_() {
    AtenMath.sinc_(handle(this));
    return (Tensor) this;
  }

  /** {@return degrees as radians} */
  default Tensor deg2rad() { return tensor(AtenMath.deg2rad(handle(this))); }

  /** {@link #deg2rad()} in place. */
  default Tensor deg2rad_() {
    AtenMath.deg2rad_(handle(this));
    return (Tensor) this;
  }

  /** {@return radians as degrees} */
  default Tensor rad2deg() { return tensor(AtenMath.rad2deg(handle(this))); }

  /** {@link #rad2deg()} in place. */
  default Tensor rad2deg_() {
    AtenMath.rad2deg_(handle(this));
    return (Tensor) this;
  }

  /** {@return the angle of the point with height this and width {@code other}, from -π to π} */
  default Tensor atan2(Tensor other) {
    return tensor(AtenArithmetic.atan2(handle(this), handle(other)));
  }

  /** {@link #atan2(Tensor)} in place. */
  default Tensor atan2_(Tensor other) {
    AtenArithmetic.atan2_(handle(this), handle(other));
    return (Tensor) this;
  }
}
