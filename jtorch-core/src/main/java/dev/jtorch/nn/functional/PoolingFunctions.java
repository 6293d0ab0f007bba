package dev.jtorch.nn.functional;

import static dev.jtorch.bridge.Bridge.handle;
import static dev.jtorch.bridge.Bridge.tensor;
import static dev.jtorch.internal.Arguments.configured;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.internal.AtenNN;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Tuned;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.check.Require;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Pooling: the maximum, mean or norm of each window. Inputs are {@code (N, C, *)}, or {@code (C, *)} for one example. The stride is
 * the window's size by default.
 *
 * <pre>{@code
 * Tensor y = F.maxPool2d(Torch.randn(20, 16, 50, 32), 3, 2); // (20, 16, 24, 15)
 * }</pre>
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/nn.functional.html#pooling-functions">Pooling functions</a>
 */
abstract sealed class PoolingFunctions extends ConvolutionFunctions permits NormalizationFunctions {
  /**
   * Stands for the input's own size in the output size of an adaptive pooling: Python's {@code None}. No size that is computed
   * wrongly comes out as this number; -1 is refused, as in Python.
   */
  public static final long KEEP = Long.MIN_VALUE;

  PoolingFunctions() {}

  /** {@return the maxima of signals in windows} */
  public static Tensor maxPool1d(Tensor input, long kernelSize) {
    return maxPool1d(input, new long[] {kernelSize}, new MaxPoolOptions());
  }

  /** {@return the maxima of signals in windows, with this stride} */
  public static Tensor maxPool1d(Tensor input, long kernelSize, long stride) {
    return maxPool1d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the maxima of signals in windows, with this stride and padding} */
  public static Tensor maxPool1d(Tensor input, long kernelSize, long stride, long padding) {
    return maxPool1d(input, kernelSize, o -> o.stride(stride).padding(padding));
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

  /** {@return the maxima of signals in windows, and where they stand} */
  public static MaxPoolResult maxPool1dWithIndices(Tensor input, long kernelSize) {
    return maxPool1dWithIndices(input, kernelSize, o -> o);
  }

  /** {@return the maxima of signals in windows, and where they stand, with options} */
  public static MaxPoolResult maxPool1dWithIndices(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool1dWithIndices(input, new long[] {kernelSize}, configured(new MaxPoolOptions(), with));
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

  /** {@return the maxima of images in square windows, with this stride} */
  public static Tensor maxPool2d(Tensor input, long kernelSize, long stride) {
    return maxPool2d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the maxima of images in square windows, with this stride and padding} */
  public static Tensor maxPool2d(Tensor input, long kernelSize, long stride, long padding) {
    return maxPool2d(input, kernelSize, o -> o.stride(stride).padding(padding));
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
    return tensor(
        Tuned.maxPool2d(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.dilations(),
            o.ceilMode()));
  }

  /** {@return the maxima of images in square windows, and where they stand} */
  public static MaxPoolResult maxPool2dWithIndices(Tensor input, long kernelSize) {
    return maxPool2dWithIndices(input, kernelSize, o -> o);
  }

  /** {@return the maxima of images in square windows, and where they stand, with options} */
  public static MaxPoolResult maxPool2dWithIndices(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool2dWithIndices(input, new long[] {kernelSize}, configured(new MaxPoolOptions(), with));
  }

  /** {@return the maxima of images and where they stand, with ready options} */
  public static MaxPoolResult maxPool2dWithIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return result(Tuned.maxPool2dWithIndices(handle(input), kernelSize, required(o, "o").strides(), o.paddings(),
        o.dilations(), o.ceilMode()));
  }

  /** {@return the maxima of volumes in cubic windows} */
  public static Tensor maxPool3d(Tensor input, long kernelSize) {
    return maxPool3d(input, new long[] {kernelSize}, new MaxPoolOptions());
  }

  /** {@return the maxima of volumes in cubic windows, with this stride} */
  public static Tensor maxPool3d(Tensor input, long kernelSize, long stride) {
    return maxPool3d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the maxima of volumes in cubic windows, with this stride and padding} */
  public static Tensor maxPool3d(Tensor input, long kernelSize, long stride, long padding) {
    return maxPool3d(input, kernelSize, o -> o.stride(stride).padding(padding));
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

  /** {@return the maxima of volumes in cubic windows, and where they stand} */
  public static MaxPoolResult maxPool3dWithIndices(Tensor input, long kernelSize) {
    return maxPool3dWithIndices(input, kernelSize, o -> o);
  }

  /** {@return the maxima of volumes in cubic windows, and where they stand, with options} */
  public static MaxPoolResult maxPool3dWithIndices(Tensor input, long kernelSize, UnaryOperator<MaxPoolOptions> with) {
    return maxPool3dWithIndices(input, new long[] {kernelSize}, configured(new MaxPoolOptions(), with));
  }

  /** {@return the maxima of volumes and where they stand, with ready options} */
  public static MaxPoolResult maxPool3dWithIndices(Tensor input, long[] kernelSize, MaxPoolOptions o) {
    return result(
        AtenNN.maxPool3dWithIndices(handle(input), kernelSize, required(o, "o").strides(), o.paddings(), o.dilations(),
            o.ceilMode()));
  }

  /** {@return the means of signals in windows} */
  public static Tensor avgPool1d(Tensor input, long kernelSize) {
    return avgPool1d(input, new long[] {kernelSize}, new AvgPoolOptions());
  }

  /** {@return the means of signals in windows, with this stride} */
  public static Tensor avgPool1d(Tensor input, long kernelSize, long stride) {
    return avgPool1d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the means of signals in windows, with this stride and padding} */
  public static Tensor avgPool1d(Tensor input, long kernelSize, long stride, long padding) {
    return avgPool1d(input, kernelSize, o -> o.stride(stride).padding(padding));
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

  /** {@return the means of images in square windows, with this stride} */
  public static Tensor avgPool2d(Tensor input, long kernelSize, long stride) {
    return avgPool2d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the means of images in square windows, with this stride and padding} */
  public static Tensor avgPool2d(Tensor input, long kernelSize, long stride, long padding) {
    return avgPool2d(input, kernelSize, o -> o.stride(stride).padding(padding));
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

  /** {@return the means of volumes in cubic windows, with this stride} */
  public static Tensor avgPool3d(Tensor input, long kernelSize, long stride) {
    return avgPool3d(input, kernelSize, o -> o.stride(stride));
  }

  /** {@return the means of volumes in cubic windows, with this stride and padding} */
  public static Tensor avgPool3d(Tensor input, long kernelSize, long stride, long padding) {
    return avgPool3d(input, kernelSize, o -> o.stride(stride).padding(padding));
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
  private static long[] forEachDimension(long[] sizes, int rank) {
    if (required(sizes).length != 1) return sizes.clone();
    var all = new long[rank];
    Arrays.fill(all, sizes[0]);
    return all;
  }

  /** {@return the {@code normType}-norms of signals in windows} */
  public static Tensor lpPool1d(Tensor input, double normType, long kernelSize) {
    return lpPool1d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of signals in windows, with this stride} */
  public static Tensor lpPool1d(Tensor input, double normType, long kernelSize, long stride) {
    return lpPool1d(input, normType, kernelSize, o -> o.stride(stride));
  }

  /** {@return the {@code normType}-norms of signals in windows, with options} */
  public static Tensor lpPool1d(Tensor input, double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    return lpPool1d(input, normType, new long[] {kernelSize}, configured(new LpPoolOptions(), with));
  }

  /** {@return the {@code normType}-norms of signals in windows, with ready options} */
  public static Tensor lpPool1d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool1d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 1));
  }

  /** {@return the {@code normType}-norms of images in windows} */
  public static Tensor lpPool2d(Tensor input, double normType, long kernelSize) {
    return lpPool2d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of images in windows, with this stride} */
  public static Tensor lpPool2d(Tensor input, double normType, long kernelSize, long stride) {
    return lpPool2d(input, normType, kernelSize, o -> o.stride(stride));
  }

  /** {@return the {@code normType}-norms of images in windows, with options} */
  public static Tensor lpPool2d(Tensor input, double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    return lpPool2d(input, normType, new long[] {kernelSize}, configured(new LpPoolOptions(), with));
  }

  /** {@return the {@code normType}-norms of images in windows, with ready options} */
  public static Tensor lpPool2d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool2d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 2));
  }

  /** {@return the {@code normType}-norms of volumes in windows} */
  public static Tensor lpPool3d(Tensor input, double normType, long kernelSize) {
    return lpPool3d(input, normType, new long[] {kernelSize}, new LpPoolOptions());
  }

  /** {@return the {@code normType}-norms of volumes in windows, with this stride} */
  public static Tensor lpPool3d(Tensor input, double normType, long kernelSize, long stride) {
    return lpPool3d(input, normType, kernelSize, o -> o.stride(stride));
  }

  /** {@return the {@code normType}-norms of volumes in windows, with options} */
  public static Tensor lpPool3d(Tensor input, double normType, long kernelSize, UnaryOperator<LpPoolOptions> with) {
    return lpPool3d(input, normType, new long[] {kernelSize}, configured(new LpPoolOptions(), with));
  }

  /** {@return the {@code normType}-norms of volumes in windows, with ready options} */
  public static Tensor lpPool3d(Tensor input, double normType, long[] kernelSize, LpPoolOptions o) {
    Tensor means = F.avgPool3d(required(input, "input").pow(normType), kernelSize, required(o, "o").means());
    return norms(means, normType, numel(kernelSize, 3));
  }

  /** In PyTorch's steps, whose gradient at zero is zero. */
  private static Tensor norms(Tensor means, double normType, long elements) {
    return means.sign().mul(F.relu(means.abs())).mul(elements).pow(1 / normType);
  }

  private static long numel(long[] kernelSize, int rank) {
    return LongStream.of(forEachDimension(kernelSize, rank)).reduce(1, (a, b) -> a * b);
  }

  /** {@return signals with maxima put back where they were found in windows of this size, and zeros elsewhere} */
  public static Tensor maxUnpool1d(Tensor input, Tensor indices, long... kernelSize) {
    return maxUnpool1d(input, indices, kernelSize, new MaxUnpoolOptions());
  }

  /** {@return signals with maxima put back where they were found, with options} */
  public static Tensor maxUnpool1d(Tensor input, Tensor indices, long kernelSize,
      UnaryOperator<MaxUnpoolOptions> with) {
    return maxUnpool1d(input, indices, new long[] {kernelSize}, configured(new MaxUnpoolOptions(), with));
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

  /** {@return images with maxima put back where they were found, with options} */
  public static Tensor maxUnpool2d(Tensor input, Tensor indices, long kernelSize,
      UnaryOperator<MaxUnpoolOptions> with) {
    return maxUnpool2d(input, indices, new long[] {kernelSize}, configured(new MaxUnpoolOptions(), with));
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

  /** {@return volumes with maxima put back where they were found, with options} */
  public static Tensor maxUnpool3d(Tensor input, Tensor indices, long kernelSize,
      UnaryOperator<MaxUnpoolOptions> with) {
    return maxUnpool3d(input, indices, new long[] {kernelSize}, configured(new MaxUnpoolOptions(), with));
  }

  /** {@return volumes with maxima put back where they were found, with ready options} */
  public static Tensor maxUnpool3d(Tensor input, Tensor indices, long[] kernelSize, MaxUnpoolOptions o) {
    Unpooling how = Unpooling.of(input, kernelSize, o, 3);
    return tensor(
        AtenNN.maxUnpool3d(handle(input), handle(indices), how.outputSize(), how.stride(), how.padding()));
  }

  private static MaxPoolResult result(NativeTensor[] pair) {
    return new MaxPoolResult(tensor(pair[0]), tensor(pair[1]));
  }

  /** The sizes of one unpooling, a number for each dimension. */
  private record Unpooling(long[] outputSize, long[] stride, long[] padding) {
    private static final String WHO = "max_unpool";

    static Unpooling of(Tensor input, long[] kernelSize, MaxUnpoolOptions o, int rank) {
      Size kernel = Require.sizes(WHO, "kernelSize", Size.of(kernelSize), rank);
      Size stride = required(o, "o").stride().isEmpty() ? kernel : Require.sizes(WHO, "stride", o.stride(), rank);
      Size padding = Require.sizes(WHO, "padding", o.padding(), rank);
      var smallest = new long[rank];
      for (int i = 0; i < rank; i++) {
        smallest[i] =
            (required(input, "input").size(i - rank) - 1) * stride.get(i) + kernel.get(i) - 2 * padding.get(i);
      }
      return new Unpooling(chosen(smallest, stride, o.outputSize()), stride.toLongArray(), padding.toLongArray());
    }

    private static long[] chosen(long[] smallest, Size stride, @Nullable Size wanted) {
      if (wanted == null) return smallest;
      int rank = smallest.length;
      if (wanted.size() != rank && wanted.size() != rank + 2) {
        throw new ShapeException("output_size should be a sequence containing " + rank + " or " + (rank + 2)
            + " elements, but it has a length of '" + wanted.size() + "'");
      }
      long[] size = wanted.stream().skip(wanted.size() - rank).mapToLong(s -> s).toArray();
      for (int i = 0; i < rank; i++) {
        long below = smallest[i] - stride.get(i);
        long above = smallest[i] + stride.get(i);
        if (size[i] > below && size[i] < above) continue;
        throw new ShapeException("invalid output_size \"" + PythonNumbers.tuple(size) + "\" (dim " + i
            + " must be between " + below + " and " + above + ")");
      }
      return size;
    }
  }
}
