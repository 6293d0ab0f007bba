package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;

/**
 * Padding. The amounts count from the last dimension: {@code left, right} or {@code left, right, top, bottom} and so on;
 * negative amounts crop.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html">torch.nn.functional.pad</a>
 */
abstract sealed class FPadding extends FConvTranspose permits FMaxPooling {
  FPadding() {}

  /** {@return the input with zeros around it} */
  public static Tensor pad(Tensor input, long... amounts) {
    return pad(input, amounts, PadMode.CONSTANT);
  }

  /** {@return the input with one value around it} */
  public static Tensor pad(Tensor input, long[] amounts, double value) {
    return tensor(AtenNN.pad(handle(input), amounts, PadMode.CONSTANT.torchName(), value));
  }

  /**
   * {@return the input with its own elements around it, or zeros}
   *
   * @throws dev.jtorch.ShapeException if the mode cannot pad that many dimensions, or not by that much
   */
  public static Tensor pad(Tensor input, long[] amounts, PadMode mode) {
    return tensor(AtenNN.pad(handle(input), amounts, required(mode, "mode").torchName(), null));
  }
}
