package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenComparison;

/**
 * Comparisons and tests, elementwise and broadcasting; results are of type bool.
 *
 * <p>In place, this tensor keeps its type and holds 0 and 1. NaN is equal to nothing, not even itself.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#comparison-ops">Comparison operations</a>
 */
public sealed interface ComparisonOps permits Tensor {
  /** {@return {@code this == other}} */
  default Tensor eq(Tensor other) {
    return tensor(AtenComparison.eq(handle(this), handle(other)));
  }

  /** {@return {@code this == other}} */
  default Tensor eq(Number other) {
    return tensor(AtenComparison.eq(handle(this), other));
  }

  /** {@link #eq(Tensor)} in place. */
  default Tensor eq_(Tensor other) {
    AtenComparison.eq_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #eq(Number)} in place. */
  default Tensor eq_(Number other) {
    AtenComparison.eq_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this != other}} */
  default Tensor ne(Tensor other) {
    return tensor(AtenComparison.ne(handle(this), handle(other)));
  }

  /** {@return {@code this != other}} */
  default Tensor ne(Number other) {
    return tensor(AtenComparison.ne(handle(this), other));
  }

  /** {@link #ne(Tensor)} in place. */
  default Tensor ne_(Tensor other) {
    AtenComparison.ne_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #ne(Number)} in place. */
  default Tensor ne_(Number other) {
    AtenComparison.ne_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this < other}} */
  default Tensor lt(Tensor other) {
    return tensor(AtenComparison.lt(handle(this), handle(other)));
  }

  /** {@return {@code this < other}} */
  default Tensor lt(Number other) {
    return tensor(AtenComparison.lt(handle(this), other));
  }

  /** {@link #lt(Tensor)} in place. */
  default Tensor lt_(Tensor other) {
    AtenComparison.lt_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #lt(Number)} in place. */
  default Tensor lt_(Number other) {
    AtenComparison.lt_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this <= other}} */
  default Tensor le(Tensor other) {
    return tensor(AtenComparison.le(handle(this), handle(other)));
  }

  /** {@return {@code this <= other}} */
  default Tensor le(Number other) {
    return tensor(AtenComparison.le(handle(this), other));
  }

  /** {@link #le(Tensor)} in place. */
  default Tensor le_(Tensor other) {
    AtenComparison.le_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #le(Number)} in place. */
  default Tensor le_(Number other) {
    AtenComparison.le_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this > other}} */
  default Tensor gt(Tensor other) {
    return tensor(AtenComparison.gt(handle(this), handle(other)));
  }

  /** {@return {@code this > other}} */
  default Tensor gt(Number other) {
    return tensor(AtenComparison.gt(handle(this), other));
  }

  /** {@link #gt(Tensor)} in place. */
  default Tensor gt_(Tensor other) {
    AtenComparison.gt_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #gt(Number)} in place. */
  default Tensor gt_(Number other) {
    AtenComparison.gt_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this >= other}} */
  default Tensor ge(Tensor other) {
    return tensor(AtenComparison.ge(handle(this), handle(other)));
  }

  /** {@return {@code this >= other}} */
  default Tensor ge(Number other) {
    return tensor(AtenComparison.ge(handle(this), other));
  }

  /** {@link #ge(Tensor)} in place. */
  default Tensor ge_(Tensor other) {
    AtenComparison.ge_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #ge(Number)} in place. */
  default Tensor ge_(Number other) {
    AtenComparison.ge_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return whether the element is NaN} */
  default Tensor isnan() {
    return tensor(AtenComparison.isnan(handle(this)));
  }

  /** {@return whether the element is infinite} */
  default Tensor isinf() {
    return tensor(AtenComparison.isinf(handle(this)));
  }

  /** {@return whether the element is neither infinite nor NaN} */
  default Tensor isfinite() {
    return tensor(AtenComparison.isfinite(handle(this)));
  }

  /** {@return whether the element is positive infinity} */
  default Tensor isposinf() {
    return tensor(AtenComparison.isposinf(handle(this)));
  }

  /** {@return whether the element is negative infinity} */
  default Tensor isneginf() {
    return tensor(AtenComparison.isneginf(handle(this)));
  }

  /** {@return whether the element has no imaginary part} */
  default Tensor isreal() {
    return tensor(AtenComparison.isreal(handle(this)));
  }

  /** {@return whether the sign bit is set, as in -0.0} */
  default Tensor signbit() {
    return tensor(AtenComparison.signbit(handle(this)));
  }

  /** {@link #isclose(Tensor, double, double)} with {@code rtol} 1e-5 and {@code atol} 1e-8. */
  default Tensor isclose(Tensor other) {
    return isclose(other, 1e-5, 1e-8);
  }

  /** {@return whether {@code |this - other| <= atol + rtol * |other|}} */
  default Tensor isclose(Tensor other, double rtol, double atol) {
    return isclose(other, rtol, atol, false);
  }

  /** {@link #isclose(Tensor, double, double)}, where NaN may count as close to NaN. */
  default Tensor isclose(Tensor other, double rtol, double atol, boolean equalNan) {
    return tensor(AtenComparison.isclose(handle(this), handle(other), rtol, atol, equalNan));
  }

  /** Whether all elements are close: {@link #isclose(Tensor)}. */
  default boolean allclose(Tensor other) {
    return allclose(other, 1e-5, 1e-8);
  }

  /** Whether all elements are close: {@link #isclose(Tensor, double, double)}. */
  default boolean allclose(Tensor other, double rtol, double atol) {
    return allclose(other, rtol, atol, false);
  }

  /** Whether all elements are close: {@link #isclose(Tensor, double, double, boolean)}. */
  default boolean allclose(Tensor other, double rtol, double atol, boolean equalNan) {
    return AtenComparison.allclose(handle(this), handle(other), rtol, atol, equalNan);
  }

  /** {@return whether both have the same shape and the same elements; they do not broadcast} */
  default boolean equal(Tensor other) {
    return AtenComparison.equal(handle(this), handle(other));
  }
}
