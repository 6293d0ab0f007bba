package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;

/**
 * Elements moved between channels and places. They throw {@link dev.jtorch.ShapeException} where the sizes are not divisible so.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#vision-functions">Vision functions</a>
 */
abstract sealed class FShuffle extends FInterpolation permits FEmbedding {
  FShuffle() {}

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
