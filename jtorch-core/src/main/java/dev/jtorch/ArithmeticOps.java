package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenReduction;
import dev.jtorch.internal.IntegerDivision;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic with other tensors and with numbers, elementwise and broadcasting: sums and products, two steps in one, and limits.
 *
 * <p>Shapes broadcast from the last dimension backwards: sizes must be equal, or one of them 1 or absent. Types promote as in
 * PyTorch: a tensor of dimensions outweighs one without, which outweighs a number, unless the other is of a higher kind (bool,
 * integer, floating, complex). An {@code Integer} or {@code Long} stands for Python's int, a {@code Double} or {@code Float} for
 * its float. Operators ending in {@code _} keep this tensor's shape and type.
 *
 * <p>Where two elements are equal, {@code maximum} and {@code minimum} give each half of the gradient; a clamped element gets none.
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

  /** {@return {@code this + tensor1 * tensor2}} */
  default Tensor addcmul(Tensor tensor1, Tensor tensor2) {
    return addcmul(tensor1, tensor2, 1);
  }

  /** {@return {@code this + value * tensor1 * tensor2}} */
  default Tensor addcmul(Tensor tensor1, Tensor tensor2, Number value) {
    return tensor(AtenArithmetic.addcmul(handle(this), handle(tensor1), handle(tensor2), value));
  }

  /** {@link #addcmul(Tensor, Tensor)} in place. */
  default Tensor addcmul_(Tensor tensor1, Tensor tensor2) {
    return addcmul_(tensor1, tensor2, 1);
  }

  /** {@link #addcmul(Tensor, Tensor, Number)} in place. */
  default Tensor addcmul_(Tensor tensor1, Tensor tensor2, Number value) {
    AtenArithmetic.addcmul_(handle(this), handle(tensor1), handle(tensor2), value);
    return (Tensor) this;
  }

  /** {@return {@code this + tensor1 / tensor2}} */
  default Tensor addcdiv(Tensor tensor1, Tensor tensor2) {
    return addcdiv(tensor1, tensor2, 1);
  }

  /** {@return {@code this + value * tensor1 / tensor2}} */
  default Tensor addcdiv(Tensor tensor1, Tensor tensor2, Number value) {
    return tensor(AtenArithmetic.addcdiv(handle(this), handle(tensor1), handle(tensor2), value));
  }

  /** {@link #addcdiv(Tensor, Tensor)} in place. */
  default Tensor addcdiv_(Tensor tensor1, Tensor tensor2) {
    return addcdiv_(tensor1, tensor2, 1);
  }

  /** {@link #addcdiv(Tensor, Tensor, Number)} in place. */
  default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Number value) {
    AtenArithmetic.addcdiv_(handle(this), handle(tensor1), handle(tensor2), value);
    return (Tensor) this;
  }

  /** {@return {@code this + weight * (end - this)}} */
  default Tensor lerp(Tensor end, Tensor weight) {
    return tensor(AtenArithmetic.lerp(handle(this), handle(end), handle(weight)));
  }

  /** {@return {@code this + weight * (end - this)}} */
  default Tensor lerp(Tensor end, Number weight) {
    return tensor(AtenArithmetic.lerp(handle(this), handle(end), weight));
  }

  /** {@link #lerp(Tensor, Tensor)} in place. */
  default Tensor lerp_(Tensor end, Tensor weight) {
    AtenArithmetic.lerp_(handle(this), handle(end), handle(weight));
    return (Tensor) this;
  }

  /** {@link #lerp(Tensor, Number)} in place. */
  default Tensor lerp_(Tensor end, Number weight) {
    AtenArithmetic.lerp_(handle(this), handle(end), weight);
    return (Tensor) this;
  }

  /**
   * Moves elements into [min, max]; where min is above max, the result is max.
   *
   * @param min the lower end, null for none
   * @param max the upper end, null for none
   * @throws TorchException if both are null
   */
  default Tensor clamp(@Nullable Number min, @Nullable Number max) {
    return tensor(AtenMath.clamp(handle(this), min, max));
  }

  /** Moves elements into [min, max], with ends of their own for each; see {@link #clamp(Number, Number)}. */
  default Tensor clamp(@Nullable Tensor min, @Nullable Tensor max) {
    return tensor(AtenMath.clamp(handle(this), handleOrNull(min), handleOrNull(max)));
  }

  /** {@link #clamp(Number, Number)} in place. */
  default Tensor clamp_(@Nullable Number min, @Nullable Number max) {
    AtenMath.clamp_(handle(this), min, max);
    return (Tensor) this;
  }

  /** {@link #clamp(Tensor, Tensor)} in place. */
  default Tensor clamp_(@Nullable Tensor min, @Nullable Tensor max) {
    AtenMath.clamp_(handle(this), handleOrNull(min), handleOrNull(max));
    return (Tensor) this;
  }

  /** {@return the elements, where smaller than {@code min} replaced by it} */
  default Tensor clampMin(Tensor min) {
    return tensor(AtenMath.clampMin(handle(this), handle(min)));
  }

  /** {@return the elements, where smaller than {@code min} replaced by it} */
  default Tensor clampMin(Number min) {
    return tensor(AtenMath.clampMin(handle(this), min));
  }

  /** {@link #clampMin(Tensor)} in place. */
  default Tensor clampMin_(Tensor min) {
    AtenMath.clampMin_(handle(this), handle(min));
    return (Tensor) this;
  }

  /** {@link #clampMin(Number)} in place. */
  default Tensor clampMin_(Number min) {
    AtenMath.clampMin_(handle(this), min);
    return (Tensor) this;
  }

  /** {@return the elements, where greater than {@code max} replaced by it} */
  default Tensor clampMax(Tensor max) {
    return tensor(AtenMath.clampMax(handle(this), handle(max)));
  }

  /** {@return the elements, where greater than {@code max} replaced by it} */
  default Tensor clampMax(Number max) {
    return tensor(AtenMath.clampMax(handle(this), max));
  }

  /** {@link #clampMax(Tensor)} in place. */
  default Tensor clampMax_(Tensor max) {
    AtenMath.clampMax_(handle(this), handle(max));
    return (Tensor) this;
  }

  /** {@link #clampMax(Number)} in place. */
  default Tensor clampMax_(Number max) {
    AtenMath.clampMax_(handle(this), max);
    return (Tensor) this;
  }

  /** {@return the elements, where negative replaced by 0} */
  default Tensor relu() {
    return tensor(AtenMath.relu(handle(this)));
  }

  /** {@link #relu()} in place. */
  default Tensor relu_() {
    AtenMath.relu_(handle(this));
    return (Tensor) this;
  }

  /** {@return the greater of both; NaN where one is NaN} */
  default Tensor maximum(Tensor other) {
    return tensor(AtenArithmetic.maximum(handle(this), handle(other)));
  }

  /** {@return the smaller of both; NaN where one is NaN} */
  default Tensor minimum(Tensor other) {
    return tensor(AtenArithmetic.minimum(handle(this), handle(other)));
  }

  /** {@return the greater of both; NaN only where both are} */
  default Tensor fmax(Tensor other) {
    return tensor(AtenArithmetic.fmax(handle(this), handle(other)));
  }

  /** {@return the smaller of both; NaN only where both are} */
  default Tensor fmin(Tensor other) {
    return tensor(AtenArithmetic.fmin(handle(this), handle(other)));
  }

  /** {@return NaN replaced by 0 and infinities by the greatest and smallest numbers of the type} */
  default Tensor nanToNum() {
    return nanToNum(null, null, null);
  }

  /**
   * Replaces what is no finite number.
   *
   * @param nan for NaN; 0 where null
   * @param posinf for infinity; the greatest number of the type where null
   * @param neginf for negative infinity; the smallest number of the type where null
   */
  default Tensor nanToNum(@Nullable Double nan, @Nullable Double posinf, @Nullable Double neginf) {
    return tensor(AtenMath.nanToNum(handle(this), nan, posinf, neginf));
  }

  /** {@link #nanToNum()} in place. */
  default Tensor nanToNum_() { return nanToNum_(null, null, null); }

  /** {@link #nanToNum(Double, Double, Double)} in place. */
  default Tensor nanToNum_(@Nullable Double nan, @Nullable Double posinf, @Nullable Double neginf) {
    AtenMath.nanToNum_(handle(this), nan, posinf, neginf);
    return (Tensor) this;
  }

  /**
   * Shrinks each slice along a dimension whose norm is above a limit to that limit.
   *
   * @param p the order of the norm
   * @param dim the dimension that counts the slices
   * @param maxnorm the limit
   */
  default Tensor renorm(Number p, int dim, Number maxnorm) {
    return tensor(AtenReduction.renorm(handle(this), p, dim, maxnorm));
  }

  /** {@link #renorm(Number, int, Number)} in place. */
  default Tensor renorm_(Number p, int dim, Number maxnorm) {
    AtenReduction.renorm_(handle(this), p, dim, maxnorm);
    return (Tensor) this;
  }
}
