package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.IntegerDivision;

/**
 * Arithmetic with other tensors and with numbers, elementwise and broadcasting.
 *
 * <p>Shapes broadcast from the last dimension backwards: sizes must be equal, or one of them 1 or absent. Types promote as in
 * PyTorch: a tensor of dimensions outweighs one without, which outweighs a number, unless the other is of a higher kind (bool,
 * integer, floating, complex). An {@code Integer} or {@code Long} stands for Python's int, a {@code Double} or {@code Float} for
 * its float. Operators ending in {@code _} keep this tensor's shape and type.
 *
 * <p>All throw {@link ShapeException} where shapes do not broadcast and {@link DTypeException} where types do not fit.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface ArithmeticOps permits Tensor {
  /** {@return {@code this + other}} */
  default Tensor add(Tensor other) {
    return tensor(AtenArithmetic.add(handle(this), handle(other), 1));
  }

  /** {@return {@code this + other}} */
  default Tensor add(Number other) {
    return tensor(AtenArithmetic.add(handle(this), other, 1));
  }

  /** {@return {@code this + alpha * other}} */
  default Tensor add(Tensor other, Number alpha) {
    return tensor(AtenArithmetic.add(handle(this), handle(other), alpha));
  }

  /** {@return {@code this + alpha * other}} */
  default Tensor add(Number other, Number alpha) {
    return tensor(AtenArithmetic.add(handle(this), other, alpha));
  }

  /** {@link #add(Tensor)} in place. */
  default Tensor add_(Tensor other) {
    AtenArithmetic.add_(handle(this), handle(other), 1);
    return (Tensor) this;
  }

  /** {@link #add(Number)} in place. */
  default Tensor add_(Number other) {
    AtenArithmetic.add_(handle(this), other, 1);
    return (Tensor) this;
  }

  /** {@link #add(Tensor, Number)} in place. */
  default Tensor add_(Tensor other, Number alpha) {
    AtenArithmetic.add_(handle(this), handle(other), alpha);
    return (Tensor) this;
  }

  /** {@link #add(Number, Number)} in place. */
  default Tensor add_(Number other, Number alpha) {
    AtenArithmetic.add_(handle(this), other, alpha);
    return (Tensor) this;
  }

  /** {@return {@code this - other}} */
  default Tensor sub(Tensor other) {
    return tensor(AtenArithmetic.sub(handle(this), handle(other), 1));
  }

  /** {@return {@code this - other}} */
  default Tensor sub(Number other) {
    return tensor(AtenArithmetic.sub(handle(this), other, 1));
  }

  /** {@return {@code this - alpha * other}} */
  default Tensor sub(Tensor other, Number alpha) {
    return tensor(AtenArithmetic.sub(handle(this), handle(other), alpha));
  }

  /** {@return {@code this - alpha * other}} */
  default Tensor sub(Number other, Number alpha) {
    return tensor(AtenArithmetic.sub(handle(this), other, alpha));
  }

  /** {@link #sub(Tensor)} in place. */
  default Tensor sub_(Tensor other) {
    AtenArithmetic.sub_(handle(this), handle(other), 1);
    return (Tensor) this;
  }

  /** {@link #sub(Number)} in place. */
  default Tensor sub_(Number other) {
    AtenArithmetic.sub_(handle(this), other, 1);
    return (Tensor) this;
  }

  /** {@link #sub(Tensor, Number)} in place. */
  default Tensor sub_(Tensor other, Number alpha) {
    AtenArithmetic.sub_(handle(this), handle(other), alpha);
    return (Tensor) this;
  }

  /** {@link #sub(Number, Number)} in place. */
  default Tensor sub_(Number other, Number alpha) {
    AtenArithmetic.sub_(handle(this), other, alpha);
    return (Tensor) this;
  }

  /** {@return {@code other - this}} */
  default Tensor rsub(Tensor other) {
    return tensor(AtenArithmetic.rsub(handle(this), handle(other), 1));
  }

  /** {@return {@code other - alpha * this}} */
  default Tensor rsub(Tensor other, Number alpha) {
    return tensor(AtenArithmetic.rsub(handle(this), handle(other), alpha));
  }

  /** {@return {@code other - this}} */
  default Tensor rsub(Number other) {
    return tensor(AtenArithmetic.rsub(handle(this), other, 1));
  }

  /** {@return {@code other - alpha * this}} */
  default Tensor rsub(Number other, Number alpha) {
    return tensor(AtenArithmetic.rsub(handle(this), other, alpha));
  }

  /** {@return {@code this * other}} */
  default Tensor mul(Tensor other) {
    return tensor(AtenArithmetic.mul(handle(this), handle(other)));
  }

  /** {@return {@code this * other}} */
  default Tensor mul(Number other) {
    return tensor(AtenArithmetic.mul(handle(this), other));
  }

  /** {@link #mul(Tensor)} in place. */
  default Tensor mul_(Tensor other) {
    AtenArithmetic.mul_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #mul(Number)} in place. */
  default Tensor mul_(Number other) {
    AtenArithmetic.mul_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code this / other}; of integers, their quotient as a floating type} */
  default Tensor div(Tensor other) {
    return tensor(AtenArithmetic.div(handle(this), handle(other)));
  }

  /** {@return {@code this / other}; of integers, their quotient as a floating type} */
  default Tensor div(Number other) {
    return tensor(AtenArithmetic.div(handle(this), other));
  }

  /** {@link #div(Tensor)} in place. */
  default Tensor div_(Tensor other) {
    AtenArithmetic.div_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #div(Number)} in place. */
  default Tensor div_(Number other) {
    AtenArithmetic.div_(handle(this), other);
    return (Tensor) this;
  }

  /**
   * {@return {@code this / other}, rounded; integers stay integers} The smallest integer by -1 is the smallest integer again.
   *
   * @throws TorchException if an integer is divided by zero
   */
  default Tensor div(Tensor other, RoundingMode mode) {
    return tensor(required(mode, "mode") == RoundingMode.TRUNC ? IntegerDivision.div(handle(this), handle(other))
        : AtenArithmetic.div(handle(this), handle(other), mode.torchName()));
  }

  /** {@link #div(Tensor, RoundingMode)} by a number. */
  default Tensor div(Number other, RoundingMode mode) {
    return tensor(required(mode, "mode") == RoundingMode.TRUNC ? IntegerDivision.div(handle(this), other)
        : AtenArithmetic.div(handle(this), other, mode.torchName()));
  }

  /** {@link #div(Tensor, RoundingMode)} in place. */
  default Tensor div_(Tensor other, RoundingMode mode) {
    if (required(mode, "mode") == RoundingMode.TRUNC) IntegerDivision.div_(handle(this), handle(other));
    else AtenArithmetic.div_(handle(this), handle(other), mode.torchName());
    return (Tensor) this;
  }

  /** {@link #div(Number, RoundingMode)} in place. */
  default Tensor div_(Number other, RoundingMode mode) {
    if (required(mode, "mode") == RoundingMode.TRUNC) IntegerDivision.div_(handle(this), other);
    else AtenArithmetic.div_(handle(this), other, mode.torchName());
    return (Tensor) this;
  }

  /** {@return {@code this / other}, rounded down} */
  default Tensor floorDivide(Tensor other) {
    return tensor(AtenArithmetic.floorDivide(handle(this), handle(other)));
  }

  /** {@return {@code this / other}, rounded down} */
  default Tensor floorDivide(Number other) {
    return tensor(AtenArithmetic.floorDivide(handle(this), other));
  }

  /** {@link #floorDivide(Tensor)} in place. */
  default Tensor floorDivide_(Tensor other) {
    AtenArithmetic.floorDivide_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #floorDivide(Number)} in place. */
  default Tensor floorDivide_(Number other) {
    AtenArithmetic.floorDivide_(handle(this), other);
    return (Tensor) this;
  }

  /**
   * {@return the remainder of the division that rounds down, which has the sign of {@code other}: Python's {@code %}}
   */
  default Tensor remainder(Tensor other) { return tensor(AtenArithmetic.remainder(handle(this), handle(other))); }

  /**
   * {@return the remainder of the division that rounds down, which has the sign of {@code other}: Python's {@code %}}
   */
  default Tensor remainder(Number other) { return tensor(AtenArithmetic.remainder(handle(this), other)); }

  /** {@link #remainder(Tensor)} in place. */
  default Tensor remainder_(Tensor other) {
    AtenArithmetic.remainder_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #remainder(Number)} in place. */
  default Tensor remainder_(Number other) {
    AtenArithmetic.remainder_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return the remainder of the division that rounds to zero, which has the sign of this: Java's {@code %}} */
  default Tensor fmod(Tensor other) {
    return tensor(AtenArithmetic.fmod(handle(this), handle(other)));
  }

  /** {@return the remainder of the division that rounds to zero, which has the sign of this: Java's {@code %}} */
  default Tensor fmod(Number other) {
    return tensor(AtenArithmetic.fmod(handle(this), other));
  }

  /** {@link #fmod(Tensor)} in place. */
  default Tensor fmod_(Tensor other) {
    AtenArithmetic.fmod_(handle(this), handle(other));
    return (Tensor) this;
  }

  /** {@link #fmod(Number)} in place. */
  default Tensor fmod_(Number other) {
    AtenArithmetic.fmod_(handle(this), other);
    return (Tensor) this;
  }

  /** {@return {@code -this}} */
  default Tensor neg() { return tensor(AtenMath.neg(handle(this))); }

  /** {@link #neg()} in place. */
  default Tensor neg_() {
    AtenMath.neg_(handle(this));
    return (Tensor) this;
  }

  /** {@return this tensor itself; bool is refused, as in Python's {@code +x}} */
  default Tensor positive() {
    return tensor(AtenMath.positive(handle(this)));
  }
}
