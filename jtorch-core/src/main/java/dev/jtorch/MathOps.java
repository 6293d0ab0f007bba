package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.IntegerDivision;
import dev.jtorch.internal.NativeOptions;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Tuned;

/**
 * Mathematical functions, elementwise where nothing else is stated: signs, rounding and common divisors, powers and roots,
 * exponentials and logarithms with softmax, trigonometric and hyperbolic functions of angles in radians, error, gamma and Bessel
 * functions, and the parts of complex numbers.
 *
 * <p>Integers give the default floating type, except where the result is always an integer: rounding leaves them as they are, and
 * {@code pow} of integers stays an integer. Outside a function's domain the result is NaN.
 *
 * <p>{@link #conj()} is lazy, as in PyTorch: it returns a view with a mark, which {@link #resolveConj()} carries out.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/special.html">torch.special</a>
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

  /** {@return e to the power of this} */
  default Tensor exp() { return tensor(AtenMath.exp(handle(this))); }

  /** {@link #exp()} in place. */
  default Tensor exp_() {
    AtenMath.exp_(handle(this));
    return (Tensor) this;
  }

  /** {@return 2 to the power of this} */
  default Tensor exp2() { return tensor(AtenMath.exp2(handle(this))); }

  /** {@link #exp2()} in place. */
  default Tensor exp2_() {
    AtenMath.exp2_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code exp(this) - 1}, exact near 0} */
  default Tensor expm1() {
    return tensor(AtenMath.expm1(handle(this)));
  }

  /** {@link #expm1()} in place. */
  default Tensor expm1_() {
    AtenMath.expm1_(handle(this));
    return (Tensor) this;
  }

  /** {@return the natural logarithm} */
  default Tensor log() { return tensor(AtenMath.log(handle(this))); }

  /** {@link #log()} in place. */
  default Tensor log_() {
    AtenMath.log_(handle(this));
    return (Tensor) this;
  }

  /** {@return the logarithm to base 2} */
  default Tensor log2() { return tensor(AtenMath.log2(handle(this))); }

  /** {@link #log2()} in place. */
  default Tensor log2_() {
    AtenMath.log2_(handle(this));
    return (Tensor) this;
  }

  /** {@return the logarithm to base 10} */
  default Tensor log10() { return tensor(AtenMath.log10(handle(this))); }

  /** {@link #log10()} in place. */
  default Tensor log10_() {
    AtenMath.log10_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code log(1 + this)}, exact near 0} */
  default Tensor log1p() {
    return tensor(AtenMath.log1p(handle(this)));
  }

  /** {@link #log1p()} in place. */
  default Tensor log1p_() {
    AtenMath.log1p_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code log(exp(this) + exp(other))}} */
  default Tensor logaddexp(Tensor other) {
    return tensor(AtenArithmetic.logaddexp(handle(this), handle(other)));
  }

  /** {@return {@code log2(2^this + 2^other)}} */
  default Tensor logaddexp2(Tensor other) {
    return tensor(AtenArithmetic.logaddexp2(handle(this), handle(other)));
  }

  /** {@return {@code this * log(other)}; 0 where this is 0, NaN where {@code other} is} */
  default Tensor xlogy(Tensor other) {
    return tensor(AtenArithmetic.xlogy(handle(this), handle(other)));
  }

  /** {@return {@code this * log(other)}; 0 where this is 0} */
  default Tensor xlogy(Number other) {
    return tensor(AtenArithmetic.xlogy(handle(this), other));
  }

  /** {@link #xlogy(Tensor)} in place. */
  default Tensor xlogy_(Tensor other) {
    AtenArithmetic.xlogy_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #xlogy(Number)} in place. */
  default Tensor xlogy_(Number other) {
    AtenArithmetic.xlogy_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code 1 / (1 + exp(-this))}} */
  default Tensor sigmoid() {
    return tensor(AtenMath.sigmoid(handle(this)));
  }

  /** {@link #sigmoid()} in place. */
  default Tensor sigmoid_() {
    AtenMath.sigmoid_(handle(this));
    return (Tensor) this;
  }

  /** {@return {@code log(this / (1 - this))}; NaN outside [0, 1]} */
  default Tensor logit() {
    return tensor(AtenMath.logit(handle(this), null));
  }

  /** {@return {@code log(x / (1 - x))} with {@code x} this, clamped to [eps, 1 - eps]} */
  default Tensor logit(double eps) {
    return tensor(AtenMath.logit(handle(this), eps));
  }

  /** {@link #logit()} in place. */
  default Tensor logit_() {
    AtenMath.logit_(handle(this), null);
    return (Tensor) this;
  }

  /** {@link #logit(double)} in place. */
  default Tensor logit_(double eps) {
    AtenMath.logit_(handle(this), eps);
    return (Tensor) this;
  }

  /** {@return {@code exp(this)} divided by its sum along {@code dim}} */
  default Tensor softmax(int dim) {
    return tensor(Tuned.softmax(handle(this), dim, NativeOptions.NONE));
  }

  /** {@return {@link #softmax(int)}, converted to {@code dtype} first} */
  default Tensor softmax(int dim, DType dtype) {
    return tensor(Tuned.softmax(handle(this), dim, required(dtype, "dtype").code()));
  }

  /** {@return the logarithm of {@link #softmax(int)}, exact also for small probabilities} */
  default Tensor logSoftmax(int dim) {
    return tensor(Tuned.logSoftmax(handle(this), dim, NativeOptions.NONE));
  }

  /** {@return {@link #logSoftmax(int)}, converted to {@code dtype} first} */
  default Tensor logSoftmax(int dim, DType dtype) {
    return tensor(Tuned.logSoftmax(handle(this), dim, required(dtype, "dtype").code()));
  }

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

  /** {@return the real part, a view; of a real tensor, itself} */
  default Tensor real() {
    return tensor(AtenMath.real(handle(this)));
  }

  /**
   * The imaginary part, a view.
   *
   * @throws TorchException if the tensor is real
   */
  default Tensor imag() { return tensor(AtenMath.imag(handle(this))); }

  /** {@return the angle in the complex plane; 0 or π for a real number} */
  default Tensor angle() {
    return tensor(AtenMath.angle(handle(this)));
  }

  /** {@return the complex conjugate, as a view; of a real tensor, itself} */
  default Tensor conj() {
    return tensor(AtenMath.conj(handle(this)));
  }

  /** {@return the complex conjugate, computed at once} */
  default Tensor conjPhysical() {
    return tensor(AtenMath.conjPhysical(handle(this)));
  }

  /** {@link #conjPhysical()} in place. */
  default Tensor conjPhysical_() {
    AtenMath.conjPhysical_(handle(this));
    return (Tensor) this;
  }

  /** {@return this tensor with a pending conjugation carried out} */
  default Tensor resolveConj() {
    return tensor(AtenMath.resolveConj(handle(this)));
  }

  /** {@return this tensor with a pending negation carried out} */
  default Tensor resolveNeg() {
    return tensor(AtenMath.resolveNeg(handle(this)));
  }

  /** {@return whether a conjugation is pending} */
  default boolean isConj() { return AtenMath.isConj(handle(this)); }

  /** {@return whether a negation is pending, as in the imaginary part of a lazy conjugate} */
  default boolean isNeg() {
    return AtenMath.isNeg(handle(this));
  }
}
