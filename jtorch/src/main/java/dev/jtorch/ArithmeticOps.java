package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenArithmetic;

/** Arithmetic with other tensors and with numbers, elementwise and broadcasting. */
public sealed interface ArithmeticOps permits Tensor {
  /** {@return the elementwise sum} */
  default Tensor add(Tensor other) {
    return tensor(AtenArithmetic.add(handle(this), handle(other), 1));
  }

  /** {@return this plus a number} */
  default Tensor add(Number other) {
    return tensor(AtenArithmetic.add(handle(this), other, 1));
  }

  /** Adds in place. */
  default Tensor add_(Tensor other) {
    AtenArithmetic.add_(handle(this), handle(other), 1);
    return (Tensor) this;
  }
}
