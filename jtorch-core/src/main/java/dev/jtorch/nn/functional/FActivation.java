package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenNN;

/**
 * Smooth nonlinearities.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#non-linear-activation-functions">Activations</a>
 */
abstract sealed class FActivation extends FRectifier permits FLinear {
  FActivation() {}

  /** {@return {@code 1 / (1 + exp(-x))}, elementwise} */
  public static Tensor sigmoid(Tensor input) {
    return tensor(AtenMath.sigmoid(handle(input)));
  }

  /** {@return the hyperbolic tangent, elementwise} */
  public static Tensor tanh(Tensor input) {
    return tensor(AtenMath.tanh(handle(input)));
  }

  /** {@return {@code x Φ(x)}, elementwise, with the standard normal distribution function Φ} */
  public static Tensor gelu(Tensor input) {
    return gelu(input, GeluApproximation.NONE);
  }

  /** {@return {@code x Φ(x)}, elementwise, exact or approximated} */
  public static Tensor gelu(Tensor input, GeluApproximation approximate) {
    return tensor(AtenNN.gelu(handle(input), approximate.torchName()));
  }

  /** {@return {@code x sigmoid(x)}, elementwise} */
  public static Tensor silu(Tensor input) {
    return tensor(AtenNN.silu(handle(input)));
  }

  /** {@link #silu} in place; returns the input. */
  public static Tensor silu_(Tensor input) {
    AtenNN.silu_(handle(input));
    return input;
  }

  /**
   * {@return {@code exp(x) / Σ exp(x)} along a dimension}
   *
   * @throws dev.jtorch.IndexException if there is no such dimension
   */
  public static Tensor softmax(Tensor input, int dim) {
    return input.softmax(dim);
  }

  /** {@return the softmax of the input converted to {@code dtype}, which avoids overflow in half precision} */
  public static Tensor softmax(Tensor input, int dim, DType dtype) {
    return input.softmax(dim, dtype);
  }

  /**
   * {@return the logarithm of the softmax along a dimension, computed in one step, which is faster and more exact}
   *
   * @throws dev.jtorch.IndexException if there is no such dimension
   */
  public static Tensor logSoftmax(Tensor input, int dim) {
    return input.logSoftmax(dim);
  }

  /** {@return the logarithm of the softmax of the input converted to {@code dtype}} */
  public static Tensor logSoftmax(Tensor input, int dim, DType dtype) {
    return input.logSoftmax(dim, dtype);
  }
}
