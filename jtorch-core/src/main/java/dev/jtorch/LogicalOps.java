package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;
import dev.jtorch.internal.AtenComparison;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenReduction;

/**
 * Truth values: a number is true where it is not 0.
 *
 * <p>Results are of type bool; of uint8, {@code all} and {@code any} are uint8. In place, this tensor keeps its type and holds
 * 0 and 1.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#pointwise-ops">Pointwise operations</a>
 */
public sealed interface LogicalOps permits Tensor {
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
