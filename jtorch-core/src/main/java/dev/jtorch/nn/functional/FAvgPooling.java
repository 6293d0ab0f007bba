package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import java.util.function.UnaryOperator;

/**
 * The mean of each window. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example. Windows move by their own size
 * where no stride is given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#pooling-functions">Pooling functions</a>
 */
abstract sealed class FAvgPooling extends FMaxPooling permits FAdaptivePooling {
  FAvgPooling() {}

  /** {@return the means of signals in windows} */
  public static Tensor avgPool1d(Tensor input, long kernelSize) {
    return avgPool1d(input, new long[] {kernelSize}, new AvgPoolOptions());
  }

  /** {@return the means of signals in windows, with options} */
  public static Tensor avgPool1d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool1d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of signals in windows of one size for each dimension, with options} */
  public static Tensor avgPool1d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool1d(input, kernelSize, configured(new AvgPoolOptions(), with));
  }

  /** {@return the means of signals, with ready options} */
  public static Tensor avgPool1d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(
        AtenNN.avgPool1d(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.ceilMode(),
            o.countIncludePad()));
  }

  /** {@return the means of images in square windows} */
  public static Tensor avgPool2d(Tensor input, long kernelSize) {
    return avgPool2d(input, new long[] {kernelSize}, new AvgPoolOptions());
  }

  /** {@return the means of images in square windows, with options} */
  public static Tensor avgPool2d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool2d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of images in windows of one size for each dimension, with options} */
  public static Tensor avgPool2d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool2d(input, kernelSize, configured(new AvgPoolOptions(), with));
  }

  /** {@return the means of images, with ready options} */
  public static Tensor avgPool2d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(AtenNN.avgPool2d(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.ceilMode(),
        o.countIncludePad(), o.divisorOverride()));
  }

  /** {@return the means of volumes in cubic windows} */
  public static Tensor avgPool3d(Tensor input, long kernelSize) {
    return avgPool3d(input, new long[] {kernelSize}, new AvgPoolOptions());
  }

  /** {@return the means of volumes in cubic windows, with options} */
  public static Tensor avgPool3d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool3d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of volumes in windows of one size for each dimension, with options} */
  public static Tensor avgPool3d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool3d(input, kernelSize, configured(new AvgPoolOptions(), with));
  }

  /** {@return the means of volumes, with ready options} */
  public static Tensor avgPool3d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(AtenNN.avgPool3d(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.ceilMode(),
        o.countIncludePad(), o.divisorOverride()));
  }
}
