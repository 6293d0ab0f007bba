package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The mean of each window. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example. Windows move by their own size
 * where no stride is given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#pooling-functions">Pooling functions</a>
 */
abstract sealed class FAvgPooling extends FMaxPooling permits FNormalization {
  /** Stands for the input's own size in the output size of an adaptive pooling: Python's {@code None}. */
  public static final long KEEP = -1;

  FAvgPooling() {}

  /** {@return the means of signals in windows} */
  public static Tensor avgPool1d(Tensor input, long kernelSize) {
    return avgPool1d(input, new long[] {kernelSize}, AvgPoolOptions.DEFAULT);
  }

  /** {@return the means of signals in windows, with options} */
  public static Tensor avgPool1d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool1d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of signals in windows of one size for each dimension, with options} */
  public static Tensor avgPool1d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool1d(input, kernelSize, with.apply(AvgPoolOptions.DEFAULT));
  }

  /** {@return the means of signals, with ready options} */
  public static Tensor avgPool1d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(
        AtenNN.avgPool1d(handle(input), kernelSize, o.strides(), o.paddings(), o.ceilMode(), o.countIncludePad()));
  }

  /** {@return the means of signals in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool1d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool1d(handle(input), resolved(outputSize, 1, input)));
  }

  /** {@return the means of images in square windows} */
  public static Tensor avgPool2d(Tensor input, long kernelSize) {
    return avgPool2d(input, new long[] {kernelSize}, AvgPoolOptions.DEFAULT);
  }

  /** {@return the means of images in square windows, with options} */
  public static Tensor avgPool2d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool2d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of images in windows of one size for each dimension, with options} */
  public static Tensor avgPool2d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool2d(input, kernelSize, with.apply(AvgPoolOptions.DEFAULT));
  }

  /** {@return the means of images, with ready options} */
  public static Tensor avgPool2d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(AtenNN.avgPool2d(handle(input), kernelSize, o.strides(), o.paddings(), o.ceilMode(),
        o.countIncludePad(), o.divisorOverride()));
  }

  /** {@return the means of images in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool2d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool2d(handle(input), resolved(outputSize, 2, input)));
  }

  /** {@return the means of volumes in cubic windows} */
  public static Tensor avgPool3d(Tensor input, long kernelSize) {
    return avgPool3d(input, new long[] {kernelSize}, AvgPoolOptions.DEFAULT);
  }

  /** {@return the means of volumes in cubic windows, with options} */
  public static Tensor avgPool3d(Tensor input, long kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool3d(input, new long[] {kernelSize}, with);
  }

  /** {@return the means of volumes in windows of one size for each dimension, with options} */
  public static Tensor avgPool3d(Tensor input, long[] kernelSize, UnaryOperator<AvgPoolOptions> with) {
    return avgPool3d(input, kernelSize, with.apply(AvgPoolOptions.DEFAULT));
  }

  /** {@return the means of volumes, with ready options} */
  public static Tensor avgPool3d(Tensor input, long[] kernelSize, AvgPoolOptions o) {
    return tensor(AtenNN.avgPool3d(handle(input), kernelSize, o.strides(), o.paddings(), o.ceilMode(),
        o.countIncludePad(), o.divisorOverride()));
  }

  /** {@return the means of volumes in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool3d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool3d(handle(input), resolved(outputSize, 3, input)));
  }

  /** One number for all dimensions or one for each, with the input's own sizes where they are to be kept. */
  private static long[] resolved(long[] outputSize, int rank, Tensor input) {
    long[] sizes = outputSize.length == 1 ? repeated(outputSize[0], rank) : outputSize.clone();
    int first = input.dim() - sizes.length;
    for (int i = 0; i < sizes.length; i++) if (sizes[i] == KEEP) sizes[i] = input.size(first + i);
    return sizes;
  }

  private static long[] repeated(long size, int rank) {
    var sizes = new long[rank];
    Arrays.fill(sizes, size);
    return sizes;
  }
}
