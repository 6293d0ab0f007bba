package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.text.PythonNumbers;
import java.lang.System.Logger.Level;

/**
 * Dropout of single elements and of whole channels. Where {@code training} is false, the result is the input itself.
 *
 * <pre>{@code
 * Tensor y = F.dropout(Torch.randn(20, 16), 0.2, true); // (20, 16)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#dropout-functions">Dropout functions</a>
 */
abstract sealed class DropoutFunctions extends NormalizationFunctions permits VisionFunctions {
  DropoutFunctions() {}

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

  /**
   * {@return signals of shape {@code (N, C, L)} or {@code (C, L)} with channels dropped}
   *
   * @throws ShapeException if the input has another number of dimensions
   */
  public static Tensor dropout1d(Tensor input, double p, boolean training) {
    requireProbability(p);
    requireSignals(input);
    return training ? dropped(input, p, 3) : input;
  }

  /** {@link #dropout1d} in place; returns the input. */
  public static Tensor dropout1d_(Tensor input, double p, boolean training) {
    requireProbability(p);
    requireSignals(input);
    return training ? dropped_(input, p, 3) : input;
  }

  /** {@return images of shape {@code (N, C, H, W)} with channels dropped; an input of three dimensions is taken for signals} */
  public static Tensor dropout2d(Tensor input, double p, boolean training) {
    requireProbability(p);
    warnOfOtherThanImages(input);
    return training ? dropped(input, p, input.dim()) : input;
  }

  /** {@link #dropout2d} in place; returns the input. */
  public static Tensor dropout2d_(Tensor input, double p, boolean training) {
    requireProbability(p);
    warnOfOtherThanImages(input);
    return training ? dropped_(input, p, input.dim()) : input;
  }

  /** {@return volumes of shape {@code (N, C, D, H, W)} or {@code (C, D, H, W)} with channels dropped} */
  public static Tensor dropout3d(Tensor input, double p, boolean training) {
    requireProbability(p);
    warnOfOtherThanVolumes(input);
    return training ? dropped(input, p, 5) : input;
  }

  /** {@link #dropout3d} in place; returns the input. */
  public static Tensor dropout3d_(Tensor input, double p, boolean training) {
    requireProbability(p);
    warnOfOtherThanVolumes(input);
    return training ? dropped_(input, p, 5) : input;
  }

  /** {@return the input with each channel at SELU's lowest value with probability {@code p}, as {@link F#alphaDropout} has elements} */
  public static Tensor featureAlphaDropout(Tensor input, double p, boolean training) {
    requireProbability(p);
    return training ? tensor(AtenNN.featureAlphaDropout(handle(input), p, true)) : input;
  }

  /** {@link #featureAlphaDropout} in place; returns the input. */
  public static Tensor featureAlphaDropout_(Tensor input, double p, boolean training) {
    requireProbability(p);
    if (training) AtenNN.featureAlphaDropout_(handle(input), p, true);
    return input;
  }

  /** LibTorch takes the second dimension for the channels', so one example is made a batch of one. */
  private static Tensor dropped(Tensor input, double p, int batchedDims) {
    if (input.dim() == batchedDims) return tensor(AtenNN.featureDropout(handle(input), p, true));
    return tensor(AtenNN.featureDropout(handle(input.unsqueeze(0)), p, true)).squeeze(0);
  }

  private static Tensor dropped_(Tensor input, double p, int batchedDims) {
    AtenNN.featureDropout_(handle(input.dim() == batchedDims ? input : input.unsqueeze(0)), p, true);
    return input;
  }

  private static void requireSignals(Tensor input) {
    int dims = required(input, "input").dim();
    if (dims == 2 || dims == 3) return;
    throw new ShapeException(
        "dropout1d: Expected 2D or 3D input, but received a " + dims + "D input. Note that dropout1d"
            + " exists to provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an"
            + " optional batch dimension (i.e. 2D or 3D inputs).");
  }

  private static void warnOfOtherThanImages(Tensor input) {
    int dims = required(input, "input").dim();
    if (dims == 3) {
      System.getLogger(F.class.getName()).log(Level.WARNING,
          "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired"
              + " - input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future"
              + " release to interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D"
              + " channel-wise dropout behavior, please switch to using dropout1d instead.");
    } else if (dims != 4) warnOfDeprecated("dropout2d", dims, 2);
  }

  private static void warnOfOtherThanVolumes(Tensor input) {
    int dims = required(input, "input").dim();
    if (dims != 4 && dims != 5) warnOfDeprecated("dropout3d", dims, 3);
  }

  private static void warnOfDeprecated(String who, int dims, int spatial) {
    System.getLogger(F.class.getName()).log(Level.WARNING, who + ": Received a " + dims + "-D input to " + who
        + ", which is deprecated and will result in an error in a future release. To retain the behavior and silence this"
        + " warning, please use dropout instead. Note that " + who
        + " exists to provide channel-wise dropout on inputs with "
        + spatial + " spatial dimensions, a channel dimension, and an optional batch dimension (i.e. " + (spatial + 1)
        + "D or " + (spatial + 2) + "D inputs).");
  }
}
