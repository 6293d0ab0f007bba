package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.AtenIndexing;

/** Element types, devices and copies. */
public sealed interface ConversionOps permits Tensor {
  /**
   * Copies the elements of another tensor, which may have another dtype or device and is broadcast to this one's shape.
   *
   * @return this
   */
  default Tensor copy_(Tensor source) {
    AtenIndexing.copy_(handle(this), handle(source), false);
    return (Tensor) this;
  }
}
