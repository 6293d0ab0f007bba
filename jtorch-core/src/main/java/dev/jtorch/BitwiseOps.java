package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;

/**
 * Operations on the bits of integers and on bools, elementwise and broadcasting.
 *
 * <p>All throw {@link TorchException} for floating and complex types.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface BitwiseOps permits Tensor {
  /** {@return {@code this & other}} */
  default Tensor bitwiseAnd(Tensor other) {
    return tensor(AtenArithmetic.bitwiseAnd(handle(this), handle(other)));
  }

  /** {@return {@code this & other}} */
  default Tensor bitwiseAnd(Number other) {
    return tensor(AtenArithmetic.bitwiseAnd(handle(this), other));
  }

  /** {@link #bitwiseAnd(Tensor)} in place. */
  default Tensor bitwiseAnd_(Tensor other) {
    AtenArithmetic.bitwiseAnd_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #bitwiseAnd(Number)} in place. */
  default Tensor bitwiseAnd_(Number other) {
    AtenArithmetic.bitwiseAnd_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this | other}} */
  default Tensor bitwiseOr(Tensor other) {
    return tensor(AtenArithmetic.bitwiseOr(handle(this), handle(other)));
  }

  /** {@return {@code this | other}} */
  default Tensor bitwiseOr(Number other) {
    return tensor(AtenArithmetic.bitwiseOr(handle(this), other));
  }

  /** {@link #bitwiseOr(Tensor)} in place. */
  default Tensor bitwiseOr_(Tensor other) {
    AtenArithmetic.bitwiseOr_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #bitwiseOr(Number)} in place. */
  default Tensor bitwiseOr_(Number other) {
    AtenArithmetic.bitwiseOr_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this ^ other}} */
  default Tensor bitwiseXor(Tensor other) {
    return tensor(AtenArithmetic.bitwiseXor(handle(this), handle(other)));
  }

  /** {@return {@code this ^ other}} */
  default Tensor bitwiseXor(Number other) {
    return tensor(AtenArithmetic.bitwiseXor(handle(this), other));
  }

  /** {@link #bitwiseXor(Tensor)} in place. */
  default Tensor bitwiseXor_(Tensor other) {
    AtenArithmetic.bitwiseXor_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #bitwiseXor(Number)} in place. */
  default Tensor bitwiseXor_(Number other) {
    AtenArithmetic.bitwiseXor_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this << other}} */
  default Tensor bitwiseLeftShift(Tensor other) {
    return tensor(AtenArithmetic.bitwiseLeftShift(handle(this), handle(other)));
  }

  /** {@return {@code this << other}} */
  default Tensor bitwiseLeftShift(Number other) {
    return tensor(AtenArithmetic.bitwiseLeftShift(handle(this), other));
  }

  /** {@link #bitwiseLeftShift(Tensor)} in place. */
  default Tensor bitwiseLeftShift_(Tensor other) {
    AtenArithmetic.bitwiseLeftShift_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #bitwiseLeftShift(Number)} in place. */
  default Tensor bitwiseLeftShift_(Number other) {
    AtenArithmetic.bitwiseLeftShift_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this >> other}, keeping the sign} */
  default Tensor bitwiseRightShift(Tensor other) {
    return tensor(AtenArithmetic.bitwiseRightShift(handle(this), handle(other)));
  }

  /** {@return {@code this >> other}, keeping the sign} */
  default Tensor bitwiseRightShift(Number other) {
    return tensor(AtenArithmetic.bitwiseRightShift(handle(this), other));
  }

  /** {@link #bitwiseRightShift(Tensor)} in place. */
  default Tensor bitwiseRightShift_(Tensor other) {
    AtenArithmetic.bitwiseRightShift_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #bitwiseRightShift(Number)} in place. */
  default Tensor bitwiseRightShift_(Number other) {
    AtenArithmetic.bitwiseRightShift_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code ~this}; of bools, their negation} */
  default Tensor bitwiseNot() {
    return tensor(AtenMath.bitwiseNot(handle(this)));
  }

  /** {@link #bitwiseNot()} in place. */
  default Tensor bitwiseNot_() {
    AtenMath.bitwiseNot_(handle(this));
    return (Tensor) this;
  }
}
