package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenNN;

/**
 * Activation functions, element by element or along a dimension.
 *
 * <pre>{@code
 * Tensor y = F.relu(Torch.tensor(-1.0, 0.0, 2.0)); // tensor([0., 0., 2.])
 * Tensor p = F.softmax(Torch.tensor(1.0, 2.0, 3.0), -1); // tensor([0.0900, 0.2447, 0.6652])
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#non-linear-activation-functions">Activations</a>
 */
abstract sealed class ActivationFunctions permits LinearFunctions {
  ActivationFunctions() {}

  /** {@return {@code max(0, x)}, elementwise} */
  public static Tensor relu(Tensor input) {
    return tensor(AtenMath.relu(handle(input)));
  }

  /** Replaces the elements by {@code max(0, x)}; returns the input. */
  public static Tensor relu_(Tensor input) {
    AtenMath.relu_(handle(input));
    return input;
  }

  /** {@return {@code x} where it is positive, {@code 0.01 x} elsewhere} */
  public static Tensor leakyRelu(Tensor input) {
    return leakyRelu(input, 0.01);
  }

  /** {@return {@code x} where it is positive, {@code negativeSlope x} elsewhere} */
  public static Tensor leakyRelu(Tensor input, double negativeSlope) {
    return tensor(AtenNN.leakyRelu(handle(input), negativeSlope));
  }

  /** {@link #leakyRelu(Tensor, double)} in place; returns the input. */
  public static Tensor leakyRelu_(Tensor input, double negativeSlope) {
    AtenNN.leakyRelu_(handle(input), negativeSlope);
    return input;
  }

  /** {@return {@code min(max(0, x), 6)}, elementwise} */
  public static Tensor relu6(Tensor input) {
    return tensor(AtenNN.relu6(handle(input)));
  }

  /** {@link #relu6} in place; returns the input. */
  public static Tensor relu6_(Tensor input) {
    AtenNN.relu6_(handle(input));
    return input;
  }

  /** {@return the input, held between -1 and 1} */
  public static Tensor hardtanh(Tensor input) {
    return hardtanh(input, -1, 1);
  }

  /**
   * {@return the input, held between {@code minVal} and {@code maxVal}}
   *
   * @throws TorchException if minVal is greater than maxVal
   */
  public static Tensor hardtanh(Tensor input, double minVal, double maxVal) {
    requireOrder(minVal, maxVal);
    return tensor(AtenNN.hardtanh(handle(input), minVal, maxVal));
  }

  /** {@link #hardtanh(Tensor, double, double)} in place; returns the input. */
  public static Tensor hardtanh_(Tensor input, double minVal, double maxVal) {
    requireOrder(minVal, maxVal);
    AtenNN.hardtanh_(handle(input), minVal, maxVal);
    return input;
  }

  private static void requireOrder(double minVal, double maxVal) {
    if (minVal > maxVal) throw new TorchException("min_val cannot be greater than max_val");
  }

  /** {@return {@code x} where it is positive, {@code weight x} elsewhere; one weight, or one for each channel} */
  public static Tensor prelu(Tensor input, Tensor weight) {
    return tensor(AtenNN.prelu(handle(input), handle(weight)));
  }

  /** {@return {@code x} where it is positive, {@code exp(x) - 1} elsewhere} */
  public static Tensor elu(Tensor input) {
    return elu(input, 1);
  }

  /** {@return {@code x} where it is positive, {@code alpha (exp(x) - 1)} elsewhere} */
  public static Tensor elu(Tensor input, double alpha) {
    return tensor(AtenNN.elu(handle(input), alpha, 1, 1));
  }

  /** {@link #elu(Tensor, double)} in place; returns the input. */
  public static Tensor elu_(Tensor input, double alpha) {
    AtenNN.elu_(handle(input), alpha, 1, 1);
    return input;
  }

  /** {@return {@code max(0, x) + min(0, exp(x) - 1)}, elementwise} */
  public static Tensor celu(Tensor input) {
    return celu(input, 1);
  }

  /** {@return {@code max(0, x) + min(0, alpha (exp(x / alpha) - 1))}, elementwise} */
  public static Tensor celu(Tensor input, double alpha) {
    return tensor(AtenNN.celu(handle(input), alpha));
  }

  /** {@link #celu(Tensor, double)} in place; returns the input. */
  public static Tensor celu_(Tensor input, double alpha) {
    AtenNN.celu_(handle(input), alpha);
    return input;
  }

  /** {@return {@code scale (max(0, x) + min(0, α (exp(x) - 1)))}, elementwise, with the constants that keep mean 0 and variance 1} */
  public static Tensor selu(Tensor input) {
    return tensor(AtenNN.selu(handle(input)));
  }

  /** {@link #selu} in place; returns the input. */
  public static Tensor selu_(Tensor input) {
    AtenNN.selu_(handle(input));
    return input;
  }

  /** {@return {@code x} where it is positive, {@code 11 / 48 x} elsewhere} */
  public static Tensor rrelu(Tensor input) {
    return rrelu(input, 1.0 / 8, 1.0 / 3, false);
  }

  /** {@return {@code x} where it is positive, {@code a x} elsewhere, with a random in training and the mean of the bounds otherwise} */
  public static Tensor rrelu(Tensor input, double lower, double upper, boolean training) {
    return tensor(AtenNN.rrelu(handle(input), lower, upper, training, null));
  }

  /** {@link #rrelu(Tensor, double, double, boolean)} in place; returns the input. */
  public static Tensor rrelu_(Tensor input, double lower, double upper, boolean training) {
    AtenNN.rrelu_(handle(input), lower, upper, training, null);
    return input;
  }

  /** {@return {@code x} where it is above the threshold, {@code value} elsewhere} */
  public static Tensor threshold(Tensor input, double threshold, double value) {
    return tensor(AtenNN.threshold(handle(input), threshold, value));
  }

  /** {@link #threshold} in place; returns the input. */
  public static Tensor threshold_(Tensor input, double threshold, double value) {
    AtenNN.threshold_(handle(input), threshold, value);
    return input;
  }

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
