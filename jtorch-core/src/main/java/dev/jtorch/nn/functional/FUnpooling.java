package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;

/**
 * Max pooling backwards: maxima go where they stood, and all else is zero. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one
 * example. They throw {@link dev.jtorch.ShapeException} where the output cannot have the size that is asked for.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool2d.html">max_unpool2d</a>
 */
abstract sealed class FUnpooling extends FPowerPooling permits FNormalization {
  FUnpooling() {}

  /** {@return signals with maxima put back where they were found in windows of this size, and zeros elsewhere} */
  public static Tensor maxUnpool1d(Tensor input, Tensor indices, long... kernelSize) {
    return maxUnpool1d(input, indices, kernelSize, new MaxUnpoolOptions());
  }

  /** {@return signals with maxima put back where they were found, with ready options} */
  public static Tensor maxUnpool1d(Tensor input, Tensor indices, long[] kernelSize, MaxUnpoolOptions o) {
    Unpooling how = Unpooling.of(input, kernelSize, o, 1);
    Tensor columns =
        tensor(AtenNN.maxUnpool2d(handle(input.unsqueeze(-1)), handle(required(indices, "indices").unsqueeze(-1)),
            new long[] {how.outputSize()[0], 1}));
    return columns.squeeze(-1);
  }

  /** {@return images with maxima put back where they were found in windows of this size, and zeros elsewhere} */
  public static Tensor maxUnpool2d(Tensor input, Tensor indices, long... kernelSize) {
    return maxUnpool2d(input, indices, kernelSize, new MaxUnpoolOptions());
  }

  /** {@return images with maxima put back where they were found, with ready options} */
  public static Tensor maxUnpool2d(Tensor input, Tensor indices, long[] kernelSize, MaxUnpoolOptions o) {
    return tensor(
        AtenNN.maxUnpool2d(handle(input), handle(indices), Unpooling.of(input, kernelSize, o, 2).outputSize()));
  }

  /** {@return volumes with maxima put back where they were found in windows of this size, and zeros elsewhere} */
  public static Tensor maxUnpool3d(Tensor input, Tensor indices, long... kernelSize) {
    return maxUnpool3d(input, indices, kernelSize, new MaxUnpoolOptions());
  }

  /** {@return volumes with maxima put back where they were found, with ready options} */
  public static Tensor maxUnpool3d(Tensor input, Tensor indices, long[] kernelSize, MaxUnpoolOptions o) {
    Unpooling how = Unpooling.of(input, kernelSize, o, 3);
    return tensor(
        AtenNN.maxUnpool3d(handle(input), handle(indices), how.outputSize(), how.stride(), how.padding()));
  }
}
