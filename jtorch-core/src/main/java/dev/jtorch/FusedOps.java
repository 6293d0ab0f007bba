package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;

/**
 * Two arithmetic steps in one: multiply and add, divide and add, interpolate.
 *
 * <p>Shapes and types combine as in {@link ArithmeticOps}.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface FusedOps permits Tensor {
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
}
