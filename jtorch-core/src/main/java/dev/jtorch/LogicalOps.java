package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenComparison;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenReduction;

/**
 * Logic, elementwise and broadcasting: of the bits of integers, and of truth values, where a number is true if it is not 0.
 *
 * <p>Bitwise operators keep the type and throw {@link TorchException} for floating and complex ones. Logical operators give bool; of
 * uint8, {@code all} and {@code any} are uint8. In place, this tensor keeps its type and holds 0 and 1.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface LogicalOps permits Tensor {
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

  /** {@return whether both are true} */
  default Tensor logicalAnd(Tensor other) {
    return tensor(AtenArithmetic.logicalAnd(handle(this), handle(other)));
  }

  /** {@link #logicalAnd(Tensor)} in place. */
  default Tensor logicalAnd_(Tensor other) {
    AtenArithmetic.logicalAnd_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return whether one of both is true} */
  default Tensor logicalOr(Tensor other) {
    return tensor(AtenArithmetic.logicalOr(handle(this), handle(other)));
  }

  /** {@link #logicalOr(Tensor)} in place. */
  default Tensor logicalOr_(Tensor other) {
    AtenArithmetic.logicalOr_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return whether exactly one of both is true} */
  default Tensor logicalXor(Tensor other) {
    return tensor(AtenArithmetic.logicalXor(handle(this), handle(other)));
  }

  /** {@link #logicalXor(Tensor)} in place. */
  default Tensor logicalXor_(Tensor other) {
    AtenArithmetic.logicalXor_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@return whether the element is 0} */
  default Tensor logicalNot() {
    return tensor(AtenMath.logicalNot(handle(this)));
  }

  /** {@link #logicalNot()} in place. */
  default Tensor logicalNot_() {
    AtenMath.logicalNot_(handle(this));
    return (Tensor) this;
  }

  /** {@return whether all elements are true} */
  default Tensor all() { return tensor(AtenReduction.all(handle(this))); }

  /** {@return whether all elements are true, along some dimensions} */
  default Tensor all(int... dim) {
    return tensor(AtenReduction.all(handle(this), Dims.longs(dim), false));
  }

  /** {@return whether all elements are true, along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor all(int dim, boolean keepdim) {
    return tensor(AtenReduction.all(handle(this), dim, keepdim));
  }

  /** {@return whether all elements are true, along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor all(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.all(handle(this), Dims.longs(dim), keepdim));
  }

  /** {@return whether any element is true} */
  default Tensor any() { return tensor(AtenReduction.any(handle(this))); }

  /** {@return whether any element is true, along some dimensions} */
  default Tensor any(int... dim) {
    return tensor(AtenReduction.any(handle(this), Dims.longs(dim), false));
  }

  /** {@return whether any element is true, along a dimension, which {@code keepdim} leaves with size 1} */
  default Tensor any(int dim, boolean keepdim) {
    return tensor(AtenReduction.any(handle(this), dim, keepdim));
  }

  /** {@return whether any element is true, along some dimensions, which {@code keepdim} leaves with size 1} */
  default Tensor any(int[] dim, boolean keepdim) {
    return tensor(AtenReduction.any(handle(this), Dims.longs(dim), keepdim));
  }

  /**
   * Whether the only element is true.
   *
   * @throws TorchException if there is not exactly one element
   */
  default boolean isNonzero() { return AtenComparison.isNonzero(handle(this)); }
}
