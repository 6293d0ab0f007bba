package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenMath;
import dev.jtorch.internal.AtenNN;

/**
 * Nonlinearities made of pieces, one of them the input itself.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#non-linear-activation-functions">Activations</a>
 */
abstract sealed class FRectifier permits FActivation {
  FRectifier() {}

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
}
