package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenReduction;
import org.jspecify.annotations.Nullable;

/**
 * Limits: clamping, the greater and the smaller of two, elementwise.
 *
 * <p>Where two are equal, {@code maximum} and {@code minimum} give each half of the gradient; a clamped element gets none.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface ClampOps permits Tensor {
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
