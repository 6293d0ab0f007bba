package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * PyTorch's second names of operators; each does exactly what the first name does.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface AliasOps permits Tensor {
  /** The same as {@link MathOps#abs()}. */
  default Tensor absolute() { return ((Tensor) this).abs(); }

  /** The same as {@link MathOps#abs_()}. */
  default Tensor absolute_() { return ((Tensor) this).abs_(); }

  /** The same as {@link ArithmeticOps#neg()}. */
  default Tensor negative() { return ((Tensor) this).neg(); }

  /** The same as {@link ArithmeticOps#neg_()}. */
  default Tensor negative_() { return ((Tensor) this).neg_(); }

  /** The same as {@link MathOps#trunc()}. */
  default Tensor fix() { return ((Tensor) this).trunc(); }

  /** The same as {@link MathOps#trunc_()}. */
  default Tensor fix_() { return ((Tensor) this).trunc_(); }

  /** The same as {@link MathOps#asin()}. */
  default Tensor arcsin() { return ((Tensor) this).asin(); }

  /** The same as {@link MathOps#asin_()}. */
  default Tensor arcsin_() { return ((Tensor) this).asin_(); }

  /** The same as {@link MathOps#acos()}. */
  default Tensor arccos() { return ((Tensor) this).acos(); }

  /** The same as {@link MathOps#acos_()}. */
  default Tensor arccos_() { return ((Tensor) this).acos_(); }

  /** The same as {@link MathOps#atan()}. */
  default Tensor arctan() { return ((Tensor) this).atan(); }

  /** The same as {@link MathOps#atan_()}. */
  default Tensor arctan_() { return ((Tensor) this).atan_(); }

  /** The same as {@link MathOps#asinh()}. */
  default Tensor arcsinh() { return ((Tensor) this).asinh(); }

  /** The same as {@link MathOps#asinh_()}. */
  default Tensor arcsinh_() { return ((Tensor) this).asinh_(); }

  /** The same as {@link MathOps#acosh()}. */
  default Tensor arccosh() { return ((Tensor) this).acosh(); }

  /** The same as {@link MathOps#acosh_()}. */
  default Tensor arccosh_() { return ((Tensor) this).acosh_(); }

  /** The same as {@link MathOps#atanh()}. */
  default Tensor arctanh() { return ((Tensor) this).atanh(); }

  /** The same as {@link MathOps#atanh_()}. */
  default Tensor arctanh_() { return ((Tensor) this).atanh_(); }

  /** The same as {@link MathOps#atan2(Tensor)}. */
  default Tensor arctan2(Tensor other) {
    return ((Tensor) this).atan2(other);
  }

  /** The same as {@link MathOps#atan2_(Tensor)}. */
  default Tensor arctan2_(Tensor other) {
    return ((Tensor) this).atan2_(other);
  }

  /** The same as {@link ArithmeticOps#sub(Tensor)}. */
  default Tensor subtract(Tensor other) {
    return ((Tensor) this).sub(other);
  }

  /** The same as {@link ArithmeticOps#sub(Number)}. */
  default Tensor subtract(Number other) {
    return ((Tensor) this).sub(other);
  }

  /** The same as {@link ArithmeticOps#sub_(Tensor)}. */
  default Tensor subtract_(Tensor other) {
    return ((Tensor) this).sub_(other);
  }

  /** The same as {@link ArithmeticOps#sub_(Number)}. */
  default Tensor subtract_(Number other) {
    return ((Tensor) this).sub_(other);
  }

  /** The same as {@link ArithmeticOps#mul(Tensor)}. */
  default Tensor multiply(Tensor other) {
    return ((Tensor) this).mul(other);
  }

  /** The same as {@link ArithmeticOps#mul(Number)}. */
  default Tensor multiply(Number other) {
    return ((Tensor) this).mul(other);
  }

  /** The same as {@link ArithmeticOps#mul_(Tensor)}. */
  default Tensor multiply_(Tensor other) {
    return ((Tensor) this).mul_(other);
  }

  /** The same as {@link ArithmeticOps#mul_(Number)}. */
  default Tensor multiply_(Number other) {
    return ((Tensor) this).mul_(other);
  }

  /** The same as {@link ArithmeticOps#div(Tensor)}. */
  default Tensor divide(Tensor other) {
    return ((Tensor) this).div(other);
  }

  /** The same as {@link ArithmeticOps#div(Number)}. */
  default Tensor divide(Number other) {
    return ((Tensor) this).div(other);
  }

  /** The same as {@link ArithmeticOps#div_(Tensor)}. */
  default Tensor divide_(Tensor other) {
    return ((Tensor) this).div_(other);
  }

  /** The same as {@link ArithmeticOps#div_(Number)}. */
  default Tensor divide_(Number other) {
    return ((Tensor) this).div_(other);
  }

  /** The same as {@link ArithmeticOps#div(Tensor, RoundingMode)}. */
  default Tensor divide(Tensor other, RoundingMode mode) {
    return ((Tensor) this).div(other, mode);
  }

  /** The same as {@link ArithmeticOps#div(Number, RoundingMode)}. */
  default Tensor divide(Number other, RoundingMode mode) {
    return ((Tensor) this).div(other, mode);
  }

  /** The same as {@link ArithmeticOps#div_(Tensor, RoundingMode)}. */
  default Tensor divide_(Tensor other, RoundingMode mode) {
    return ((Tensor) this).div_(other, mode);
  }

  /** The same as {@link ArithmeticOps#div_(Number, RoundingMode)}. */
  default Tensor divide_(Number other, RoundingMode mode) {
    return ((Tensor) this).div_(other, mode);
  }

  /** The same as {@link ArithmeticOps#div(Tensor)}. */
  default Tensor trueDivide(Tensor other) {
    return ((Tensor) this).div(other);
  }

  /** The same as {@link ArithmeticOps#div(Number)}. */
  default Tensor trueDivide(Number other) {
    return ((Tensor) this).div(other);
  }

  /** The same as {@link ArithmeticOps#div_(Tensor)}. */
  default Tensor trueDivide_(Tensor other) {
    return ((Tensor) this).div_(other);
  }

  /** The same as {@link ArithmeticOps#div_(Number)}. */
  default Tensor trueDivide_(Number other) {
    return ((Tensor) this).div_(other);
  }

  /** The same as {@link ComparisonOps#gt(Tensor)}. */
  default Tensor greater(Tensor other) {
    return ((Tensor) this).gt(other);
  }

  /** The same as {@link ComparisonOps#gt(Number)}. */
  default Tensor greater(Number other) {
    return ((Tensor) this).gt(other);
  }

  /** The same as {@link ComparisonOps#gt_(Tensor)}. */
  default Tensor greater_(Tensor other) {
    return ((Tensor) this).gt_(other);
  }

  /** The same as {@link ComparisonOps#gt_(Number)}. */
  default Tensor greater_(Number other) {
    return ((Tensor) this).gt_(other);
  }

  /** The same as {@link ComparisonOps#ge(Tensor)}. */
  default Tensor greaterEqual(Tensor other) {
    return ((Tensor) this).ge(other);
  }

  /** The same as {@link ComparisonOps#ge(Number)}. */
  default Tensor greaterEqual(Number other) {
    return ((Tensor) this).ge(other);
  }

  /** The same as {@link ComparisonOps#ge_(Tensor)}. */
  default Tensor greaterEqual_(Tensor other) {
    return ((Tensor) this).ge_(other);
  }

  /** The same as {@link ComparisonOps#ge_(Number)}. */
  default Tensor greaterEqual_(Number other) {
    return ((Tensor) this).ge_(other);
  }

  /** The same as {@link ComparisonOps#lt(Tensor)}. */
  default Tensor less(Tensor other) {
    return ((Tensor) this).lt(other);
  }

  /** The same as {@link ComparisonOps#lt(Number)}. */
  default Tensor less(Number other) {
    return ((Tensor) this).lt(other);
  }

  /** The same as {@link ComparisonOps#lt_(Tensor)}. */
  default Tensor less_(Tensor other) {
    return ((Tensor) this).lt_(other);
  }

  /** The same as {@link ComparisonOps#lt_(Number)}. */
  default Tensor less_(Number other) {
    return ((Tensor) this).lt_(other);
  }

  /** The same as {@link ComparisonOps#le(Tensor)}. */
  default Tensor lessEqual(Tensor other) {
    return ((Tensor) this).le(other);
  }

  /** The same as {@link ComparisonOps#le(Number)}. */
  default Tensor lessEqual(Number other) {
    return ((Tensor) this).le(other);
  }

  /** The same as {@link ComparisonOps#le_(Tensor)}. */
  default Tensor lessEqual_(Tensor other) {
    return ((Tensor) this).le_(other);
  }

  /** The same as {@link ComparisonOps#le_(Number)}. */
  default Tensor lessEqual_(Number other) {
    return ((Tensor) this).le_(other);
  }

  /** The same as {@link ComparisonOps#ne(Tensor)}. */
  default Tensor notEqual(Tensor other) {
    return ((Tensor) this).ne(other);
  }

  /** The same as {@link ComparisonOps#ne(Number)}. */
  default Tensor notEqual(Number other) {
    return ((Tensor) this).ne(other);
  }

  /** The same as {@link ComparisonOps#ne_(Tensor)}. */
  default Tensor notEqual_(Tensor other) {
    return ((Tensor) this).ne_(other);
  }

  /** The same as {@link ComparisonOps#ne_(Number)}. */
  default Tensor notEqual_(Number other) {
    return ((Tensor) this).ne_(other);
  }

  /** The same as {@link ArithmeticOps#clamp(Number, Number)}. */
  default Tensor clip(@Nullable Number min, @Nullable Number max) {
    return ((Tensor) this).clamp(min, max);
  }

  /** The same as {@link ArithmeticOps#clamp(Tensor, Tensor)}. */
  default Tensor clip(@Nullable Tensor min, @Nullable Tensor max) {
    return ((Tensor) this).clamp(min, max);
  }

  /** The same as {@link ArithmeticOps#clamp_(Number, Number)}. */
  default Tensor clip_(@Nullable Number min, @Nullable Number max) {
    return ((Tensor) this).clamp_(min, max);
  }

  /** The same as {@link ArithmeticOps#clamp_(Tensor, Tensor)}. */
  default Tensor clip_(@Nullable Tensor min, @Nullable Tensor max) {
    return ((Tensor) this).clamp_(min, max);
  }
}
