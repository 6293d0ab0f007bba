package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

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
    return tensor(AtenNN.gelu(handle(input), required(approximate, "approximate").torchName()));
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

  /** {@return {@code x tanh(log(1 + exp(x)))}, elementwise} */
  public static Tensor mish(Tensor input) {
    return tensor(AtenNN.mish(handle(input)));
  }

  /** {@link #mish} in place; returns the input. */
  public static Tensor mish_(Tensor input) {
    AtenNN.mish_(handle(input));
    return input;
  }

  /** {@return {@code min(max(0, x / 6 + 1 / 2), 1)}, elementwise} */
  public static Tensor hardsigmoid(Tensor input) {
    return tensor(AtenNN.hardsigmoid(handle(input)));
  }

  /** {@link #hardsigmoid} in place; returns the input. */
  public static Tensor hardsigmoid_(Tensor input) {
    AtenNN.hardsigmoid_(handle(input));
    return input;
  }

  /** {@return {@code x min(max(0, x + 3), 6) / 6}, elementwise} */
  public static Tensor hardswish(Tensor input) {
    return tensor(AtenNN.hardswish(handle(input)));
  }

  /** {@link #hardswish} in place; returns the input. */
  public static Tensor hardswish_(Tensor input) {
    AtenNN.hardswish_(handle(input));
    return input;
  }

  /** {@return the logarithm of the sigmoid, elementwise} */
  public static Tensor logsigmoid(Tensor input) {
    return tensor(AtenNN.logSigmoid(handle(input)));
  }

  /** {@return {@code log(1 + exp(x))}, elementwise} */
  public static Tensor softplus(Tensor input) {
    return softplus(input, 1, 20);
  }

  /** {@return {@code log(1 + exp(beta x)) / beta}, elementwise, and {@code x} where {@code beta x} is above the threshold} */
  public static Tensor softplus(Tensor input, double beta, double threshold) {
    return tensor(AtenNN.softplus(handle(input), beta, threshold));
  }

  /** {@return {@code x / (1 + |x|)}, elementwise} */
  public static Tensor softsign(Tensor input) {
    return required(input, "input").div(input.abs().add(1));
  }

  /** {@return {@code x - tanh(x)}, elementwise} */
  public static Tensor tanhshrink(Tensor input) {
    return required(input, "input").sub(input.tanh());
  }

  /** {@return {@code x}, with 0 where {@code |x|} is not above one half} */
  public static Tensor hardshrink(Tensor input) {
    return hardshrink(input, 0.5);
  }

  /** {@return {@code x}, with 0 where {@code |x|} is not above {@code lambd}} */
  public static Tensor hardshrink(Tensor input, double lambd) {
    return tensor(AtenNN.hardshrink(handle(input), lambd));
  }

  /** {@return {@code x} moved by one half towards zero, at most onto it} */
  public static Tensor softshrink(Tensor input) {
    return softshrink(input, 0.5);
  }

  /** {@return {@code x} moved by {@code lambd} towards zero, at most onto it} */
  public static Tensor softshrink(Tensor input, double lambd) {
    return tensor(AtenNN.softshrink(handle(input), lambd));
  }

  /** {@return the first half of the last dimension, times the sigmoid of the second} */
  public static Tensor glu(Tensor input) {
    return glu(input, -1);
  }

  /** {@return the first half of a dimension, times the sigmoid of the second} */
  public static Tensor glu(Tensor input, int dim) {
    return tensor(AtenNN.glu(handle(input), dim));
  }

  /** {@return {@code exp(-x) / Σ exp(-x)} along a dimension} */
  public static Tensor softmin(Tensor input, int dim) {
    return required(input, "input").neg().softmax(dim);
  }

  /**
   * {@return {@code exp(x) / Σ exp(x)} along a dimension}
   *
   * @throws dev.jtorch.IndexException if there is no such dimension
   */
  public static Tensor softmax(Tensor input, int dim) {
    return required(input, "input").softmax(dim);
  }

  /** {@return the softmax of the input converted to {@code dtype}, which avoids overflow in half precision} */
  public static Tensor softmax(Tensor input, int dim, DType dtype) {
    return required(input, "input").softmax(dim, dtype);
  }

  /**
   * {@return the logarithm of the softmax along a dimension, computed in one step, which is faster and more exact}
   *
   * @throws dev.jtorch.IndexException if there is no such dimension
   */
  public static Tensor logSoftmax(Tensor input, int dim) {
    return required(input, "input").logSoftmax(dim);
  }

  /** {@return the logarithm of the softmax of the input converted to {@code dtype}} */
  public static Tensor logSoftmax(Tensor input, int dim, DType dtype) {
    return required(input, "input").logSoftmax(dim, dtype);
  }
}
