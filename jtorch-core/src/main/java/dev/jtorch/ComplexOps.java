package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.AtenMath;

/**
 * The parts of complex numbers.
 *
 * <p>{@link #conj()} is lazy, as in PyTorch: it returns a view with a mark, which {@link #resolveConj()} carries out.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/complex_numbers.html">Complex numbers</a>
 */
public sealed interface ComplexOps permits Tensor {
  /** {@return the real part, a view; of a real tensor, itself} */
  default Tensor real() {
    return tensor(AtenMath.real(handle(this)));
  }

  /**
   * The imaginary part, a view.
   *
   * @throws TorchException if the tensor is real
   */
  default Tensor imag() { return tensor(AtenMath.imag(handle(this))); }

  /** {@return the angle in the complex plane; 0 or π for a real number} */
  default Tensor angle() {
    return tensor(AtenMath.angle(handle(this)));
  }

  /** {@return the complex conjugate, as a view; of a real tensor, itself} */
  default Tensor conj() {
    return tensor(AtenMath.conj(handle(this)));
  }

  /** {@return the complex conjugate, computed at once} */
  default Tensor conjPhysical() {
    return tensor(AtenMath.conjPhysical(handle(this)));
  }

  /** {@link #conjPhysical()} in place. */
  default Tensor conjPhysical_() {
    AtenMath.conjPhysical_(handle(this));
    return (Tensor) this;
  }

  /** {@return this tensor with a pending conjugation carried out} */
  default Tensor resolveConj() {
    return tensor(AtenMath.resolveConj(handle(this)));
  }

  /** {@return this tensor with a pending negation carried out} */
  default Tensor resolveNeg() {
    return tensor(AtenMath.resolveNeg(handle(this)));
  }

  /** {@return whether a conjugation is pending} */
  default boolean isConj() { return AtenMath.isConj(handle(this)); }

  /** {@return whether a negation is pending, as in the imaginary part of a lazy conjugate} */
  default boolean isNeg() {
    return AtenMath.isNeg(handle(this));
  }
}
