package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.text.PythonNumbers;

/**
 * Random zeros.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html">dropout</a>
 */
abstract sealed class FDropout extends FExampleNorm permits FChannelDropout {
  FDropout() {}

  /** {@return the input with each element zero with probability one half, and doubled otherwise} */
  public static Tensor dropout(Tensor input) {
    return dropout(input, 0.5);
  }

  /** {@return the input with each element zero with probability {@code p}, and divided by {@code 1 - p} otherwise} */
  public static Tensor dropout(Tensor input, double p) {
    return dropout(input, p, true);
  }

  /**
   * {@return the input with each element zero with probability {@code p}, and divided by {@code 1 - p} otherwise; the input itself
   * where {@code training} is false}
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public static Tensor dropout(Tensor input, double p, boolean training) {
    requireProbability(p);
    return training ? tensor(AtenNN.dropout(handle(input), p, true)) : input;
  }

  /** {@link #dropout(Tensor, double, boolean)} in place; returns the input. */
  public static Tensor dropout_(Tensor input, double p, boolean training) {
    requireProbability(p);
    if (training) AtenNN.dropout_(handle(input), p, true);
    return input;
  }

  /**
   * {@return the input with each element at SELU's lowest value with probability {@code p}, scaled and shifted so that mean 0 and variance
   * 1 stay so; the input itself where {@code training} is false}
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public static Tensor alphaDropout(Tensor input, double p, boolean training) {
    requireProbability(p);
    return training ? tensor(AtenNN.alphaDropout(handle(input), p, true)) : input;
  }

  /** {@link #alphaDropout} in place; returns the input. */
  public static Tensor alphaDropout_(Tensor input, double p, boolean training) {
    requireProbability(p);
    if (training) AtenNN.alphaDropout_(handle(input), p, true);
    return input;
  }

  static void requireProbability(double p) {
    if (p >= 0 && p <= 1) return;
    throw new TorchException("dropout probability has to be between 0 and 1, but got " + PythonNumbers.repr(p));
  }
}
