package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.nn.check.Require;
import java.util.Arrays;

/**
 * One value for each of a number of windows, which may overlap. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#pooling-functions">Pooling functions</a>
 */
abstract sealed class FAdaptivePooling extends FAvgPooling permits FPowerPooling {
  /**
   * Stands for the input's own size in the output size of an adaptive pooling: Python's {@code None}. No size that is computed
   * wrongly comes out as this number; -1 is refused, as in Python.
   */
  public static final long KEEP = Long.MIN_VALUE;

  FAdaptivePooling() {}

  /** {@return the means of signals in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool1d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool1d(handle(input), resolved(outputSize, 1, input)));
  }

  /** {@return the maxima of signals in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveMaxPool1d(Tensor input, long... outputSize) {
    return adaptiveMaxPool1dWithIndices(input, outputSize).output();
  }

  /** {@return the same maxima, and where they stand} */
  public static MaxPoolResult adaptiveMaxPool1dWithIndices(Tensor input, long... outputSize) {
    return result(AtenNN.adaptiveMaxPool1d(handle(input), resolved(outputSize, 1, input)));
  }

  /** {@return the means of images in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool2d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool2d(handle(input), resolved(outputSize, 2, input)));
  }

  /** {@return the maxima of images in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveMaxPool2d(Tensor input, long... outputSize) {
    return adaptiveMaxPool2dWithIndices(input, outputSize).output();
  }

  /** {@return the same maxima, and where they stand} */
  public static MaxPoolResult adaptiveMaxPool2dWithIndices(Tensor input, long... outputSize) {
    return result(AtenNN.adaptiveMaxPool2d(handle(input), resolved(outputSize, 2, input)));
  }

  /** {@return the means of volumes in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveAvgPool3d(Tensor input, long... outputSize) {
    return tensor(AtenNN.adaptiveAvgPool3d(handle(input), resolved(outputSize, 3, input)));
  }

  /** {@return the maxima of volumes in as many windows of nearly equal size as {@code outputSize} says} */
  public static Tensor adaptiveMaxPool3d(Tensor input, long... outputSize) {
    return adaptiveMaxPool3dWithIndices(input, outputSize).output();
  }

  /** {@return the same maxima, and where they stand} */
  public static MaxPoolResult adaptiveMaxPool3dWithIndices(Tensor input, long... outputSize) {
    return result(AtenNN.adaptiveMaxPool3d(handle(input), resolved(outputSize, 3, input)));
  }

  /** One size for each dimension, the input's own where it is to be kept. */
  private static long[] resolved(long[] outputSize, int rank, Tensor input) {
    long[] sizes = forEachDimension(outputSize, rank);
    int first = required(input, "input").dim() - sizes.length;
    for (int i = 0; i < sizes.length; i++) if (sizes[i] == KEEP) sizes[i] = input.size(first + i);
    Require.ints(sizes);
    return sizes;
  }

  /** {@return new sizes for the dimensions, given as one number for all or as one for each} */
  static long[] forEachDimension(long[] sizes, int rank) {
    if (required(sizes).length != 1) return sizes.clone();
    var all = new long[rank];
    Arrays.fill(all, sizes[0]);
    return all;
  }
}
