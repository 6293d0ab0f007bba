package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.nn.check.Require;
import java.util.function.UnaryOperator;

/**
 * The maximum of each window. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example. Windows move by their own
 * size where no stride is given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#pooling-functions">Pooling functions</a>
 */
abstract sealed class FMaxPooling extends FPadding permits FAvgPooling {
  FMaxPooling() {}

  /** {@return the maxima of signals in windows} */
  public static Tensor maxPool1d(Tensor input, long kernelSize) {
    return maxPool1d(input, new long[] {kernelSize}, new MaxPoolOptions());
  }

  /** {@return the maxima of signals in windows, with options} */
  public static Tensor maxPool1d(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool1d(input, new long[] {kernelSize}, with);
  }

  /** {@return the maxima of signals in windows of one size for each dimension, with options} */
  public static Tensor maxPool1d(Tensor input, long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool1d(input, kernelSize, configured(new MaxPoolOptions(), with));
  }

  /** {@return the maxima of signals, with ready options} */
  public static Tensor maxPool1d(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    Require.ints(kernelSize, required(o, "o").strides(), o.paddings(), o.dilations());
    return tensor(AtenNN.maxPool1d(handle(input), kernelSize, o.strides(), o.paddings(), o.dilations(), o.ceilMode()));
  }

  /** {@return the maxima of signals and where they stand, with ready options} */
  public static MaxPoolResult maxPool1dWithIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return result(
        AtenNN.maxPool1dWithIndices(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.dilations(),
            o.ceilMode()));
  }

  /** {@return the maxima of images in square windows} */
  public static Tensor maxPool2d(Tensor input, long kernelSize) {
    return maxPool2d(input, new long[] {kernelSize}, new MaxPoolOptions());
  }

  /** {@return the maxima of images in square windows, with options} */
  public static Tensor maxPool2d(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool2d(input, new long[] {kernelSize}, with);
  }

  /** {@return the maxima of images in windows of one size for each dimension, with options} */
  public static Tensor maxPool2d(Tensor input, long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool2d(input, kernelSize, configured(new MaxPoolOptions(), with));
  }

  /** {@return the maxima of images, with ready options} */
  public static Tensor maxPool2d(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return MaxPooling2d.of(input, kernelSize, required(o, "o"));
  }

  /** {@return the maxima of images and where they stand, with ready options} */
  public static MaxPoolResult maxPool2dWithIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return MaxPooling2d.withIndices(input, kernelSize, required(o, "o"));
  }

  /** {@return the maxima of volumes in cubic windows} */
  public static Tensor maxPool3d(Tensor input, long kernelSize) {
    return maxPool3d(input, new long[] {kernelSize}, new MaxPoolOptions());
  }

  /** {@return the maxima of volumes in cubic windows, with options} */
  public static Tensor maxPool3d(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool3d(input, new long[] {kernelSize}, with);
  }

  /** {@return the maxima of volumes in windows of one size for each dimension, with options} */
  public static Tensor maxPool3d(Tensor input, long[] kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool3d(input, kernelSize, configured(new MaxPoolOptions(), with));
  }

  /** {@return the maxima of volumes, with ready options} */
  public static Tensor maxPool3d(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return tensor(AtenNN.maxPool3d(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.dilations(),
        o.ceilMode()));
  }

  /** {@return the maxima of volumes and where they stand, with ready options} */
  public static MaxPoolResult maxPool3dWithIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return result(
        AtenNN.maxPool3dWithIndices(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.dilations(),
            o.ceilMode()));
  }

  static MaxPoolResult result(NativeTensor[] pair) {
    return new MaxPoolResult(tensor(pair[0]), tensor(pair[1]));
  }
}
