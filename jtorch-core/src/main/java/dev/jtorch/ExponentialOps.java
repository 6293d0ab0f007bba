package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.NativeOptions;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.SmallWork;

/**
 * Exponentials, logarithms and the functions of probability made of them, elementwise where nothing else is stated.
 *
 * <p>Integers give the default floating type. Logarithms of negative numbers are NaN.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface ExponentialOps permits Tensor {
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
    NativeTensor x = handle(this);
    return tensor(SmallWork.softmax(x, () -> AtenMath.softmax(x, dim, NativeOptions.NONE)));
  }

  /** {@return {@link #softmax(int)}, converted to {@code dtype} first} */
  default Tensor softmax(int dim, DType dtype) {
    NativeTensor x = handle(this);
    return tensor(SmallWork.softmax(x, () -> AtenMath.softmax(x, dim, required(dtype, "dtype").code())));
  }

  /** {@return the logarithm of {@link #softmax(int)}, exact also for small probabilities} */
  default Tensor logSoftmax(int dim) {
    NativeTensor x = handle(this);
    return tensor(SmallWork.softmax(x, () -> AtenMath.logSoftmax(x, dim, NativeOptions.NONE)));
  }

  /** {@return {@link #logSoftmax(int)}, converted to {@code dtype} first} */
  default Tensor logSoftmax(int dim, DType dtype) {
    NativeTensor x = handle(this);
    return tensor(SmallWork.softmax(x, () -> AtenMath.logSoftmax(x, dim, required(dtype, "dtype").code())));
  }
}
