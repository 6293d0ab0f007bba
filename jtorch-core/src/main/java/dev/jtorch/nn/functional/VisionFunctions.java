package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import java.util.function.UnaryOperator;

/**
 * Padding, interpolation, and elements moved between channels and places.
 *
 * <pre>{@code
 * Tensor y = F.interpolate(Torch.randn(1, 3, 10, 10), o -> o.scaleFactor(2)); // (1, 3, 20, 20)
 * Tensor z = F.pad(y, 1, 1); // (1, 3, 20, 22)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#vision-functions">Vision functions</a>
 */
abstract sealed class VisionFunctions extends DropoutFunctions permits LossFunctions {
  VisionFunctions() {}

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

  /**
   * {@return the input made larger or smaller: {@code F.interpolate(x, o -> o.scaleFactor(2))}}
   *
   * @param input of shape {@code (N, C, L)}, {@code (N, C, H, W)} or {@code (N, C, D, H, W)}
   * @throws dev.jtorch.ShapeException if the mode does not take an input of so many dimensions, or there is another number of sizes
   *     or factors
   * @throws dev.jtorch.TorchException if not exactly one of size and scale factor is given, or the mode has no such option
   */
  public static Tensor interpolate(Tensor input, UnaryOperator<InterpolateOptions> with) {
    return interpolate(input, configured(new InterpolateOptions(), with));
  }

  /** {@link #interpolate(Tensor, UnaryOperator)} with ready options. */
  public static Tensor interpolate(Tensor input, InterpolateOptions options) {
    return new Interpolation(required(input, "input"), required(options, "options")).run();
  }

  /** {@return {@code (*, C r², H, W)} as {@code (*, C, H r, W r)}} */
  public static Tensor pixelShuffle(Tensor input, long upscaleFactor) {
    return tensor(AtenNN.pixelShuffle(handle(input), upscaleFactor));
  }

  /** {@return {@code (*, C, H r, W r)} as {@code (*, C r², H, W)}} */
  public static Tensor pixelUnshuffle(Tensor input, long downscaleFactor) {
    return tensor(AtenNN.pixelUnshuffle(handle(input), downscaleFactor));
  }

  /** {@return the input with the channels of each group dealt out to all groups} */
  public static Tensor channelShuffle(Tensor input, long groups) {
    return tensor(AtenNN.channelShuffle(handle(input), groups));
  }
}
