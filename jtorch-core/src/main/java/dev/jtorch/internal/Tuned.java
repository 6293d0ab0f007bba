package dev.jtorch.internal;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * LibTorch's operators where another way than the obvious one is faster and gives the same numbers. Callers see operators; which
 * kernel runs, on how many threads, and through which memory format, is decided here and in {@link RowProduct},
 * {@link Products} and {@link SmallWork}. Like all operators, these refuse a missing tensor by name.
 */
public final class Tuned {
  /** From here on it pays to pool in NHWC; measured. */
  private static final long ENOUGH_CHANNELS = 8;
  private static final long ENOUGH_ELEMENTS = 1 << 15;

  private Tuned() {}

  /** {@code x Wᵀ + b}. */
  public static NativeTensor linear(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias) {
    NativeTensor row = RowProduct.linear(input, weight, bias);
    if (row != null) return row;
    Products.prepareLinear(input, weight);
    return AtenNN.linear(input, weight, bias);
  }

  /** The convolution of signals with kernels. */
  public static NativeTensor conv1d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, long[] padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv1d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The same with a padding by name. */
  public static NativeTensor conv1d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, String padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv1d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The transposed convolution of signals with kernels. */
  public static NativeTensor convTranspose1d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias, long[] stride, long[] padding, long[] outputPadding, long groups, long[] dilation) {
    return SmallWork.transposedConvolution(input, weight,
        () -> AtenNN.convTranspose1d(input, weight, bias, stride, padding, outputPadding, groups, dilation));
  }

  /** The convolution of images with kernels. */
  public static NativeTensor conv2d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, long[] padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv2d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The same with a padding by name. */
  public static NativeTensor conv2d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, String padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv2d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The transposed convolution of images with kernels. */
  public static NativeTensor convTranspose2d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias, long[] stride, long[] padding, long[] outputPadding, long groups, long[] dilation) {
    return SmallWork.transposedConvolution(input, weight,
        () -> AtenNN.convTranspose2d(input, weight, bias, stride, padding, outputPadding, groups, dilation));
  }

  /** The convolution of volumes with kernels. */
  public static NativeTensor conv3d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, long[] padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv3d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The same with a padding by name. */
  public static NativeTensor conv3d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias,
      long[] stride, String padding, long[] dilation, long groups) {
    return SmallWork.convolution(input, weight, stride,
        () -> AtenNN.conv3d(input, weight, bias, stride, padding, dilation, groups));
  }

  /** The transposed convolution of volumes with kernels. */
  public static NativeTensor convTranspose3d(NativeTensor input, NativeTensor weight,
      @Nullable NativeTensor bias, long[] stride, long[] padding, long[] outputPadding, long groups, long[] dilation) {
    return SmallWork.transposedConvolution(input, weight,
        () -> AtenNN.convTranspose3d(input, weight, bias, stride, padding, outputPadding, groups, dilation));
  }
  /** {@code exp(x) / Σ exp(x)} along a dimension. */
  public static NativeTensor softmax(NativeTensor input, int dim, int dtype) {
    return SmallWork.softmax(input, () -> AtenMath.softmax(input, dim, dtype));
  }

  /** The logarithm of the softmax. */
  public static NativeTensor logSoftmax(NativeTensor input, int dim, int dtype) {
    return SmallWork.softmax(input, () -> AtenMath.logSoftmax(input, dim, dtype));
  }

  /** The cross entropy between logits and targets. */
  public static NativeTensor crossEntropyLoss(NativeTensor input, NativeTensor target,
      @Nullable NativeTensor weight, long reduction, long ignoreIndex, double labelSmoothing) {
    return SmallWork.softmax(input,
        () -> AtenNN.crossEntropyLoss(input, target, weight, reduction, ignoreIndex, labelSmoothing));
  }

  /**
   * The maxima of images in windows.
   *
   * <p>LibTorch's kernel for NCHW is several times slower than the one for NHWC, even with the copies to NHWC and back. So images
   * with enough channels and elements go through NHWC. The gradient goes to the maxima that were found there: gathering them has
   * the same gradient, bit for bit, without another pass through NHWC. Only the name of the graph's node differs.
   */
  public static NativeTensor maxPool2d(NativeTensor input, long[] kernelSize, long[] stride, long[] padding,
      long[] dilation, boolean ceilMode) {
    if (input == null || !paysInNhwc(input, dilation)) {
      return AtenNN.maxPool2d(input, kernelSize, stride, padding, dilation, ceilMode);
    }
    NativeScope scope = NativeScope.open();
    try {
      NativeTensor output = pooledInNhwc(input, kernelSize, stride, padding, dilation, ceilMode)[0];
      scope.promote(output);
      return output;
    } finally {
      scope.close();
    }
  }

  /** {@link #maxPool2d}, and where the maxima stand. */
  public static NativeTensor[] maxPool2dWithIndices(NativeTensor input, long[] kernelSize, long[] stride,
      long[] padding, long[] dilation, boolean ceilMode) {
    if (input == null || !paysInNhwc(input, dilation)) {
      return AtenNN.maxPool2dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode);
    }
    NativeScope scope = NativeScope.open();
    try {
      NativeTensor[] found = pooledInNhwc(input, kernelSize, stride, padding, dilation, ceilMode);
      found[1] = AtenConversion.contiguous(found[1]);
      for (NativeTensor each : found) scope.promote(each);
      return found;
    } finally {
      scope.close();
    }
  }

  /** Dilated windows can miss the image, and then there is nothing to gather. */
  private static boolean paysInNhwc(NativeTensor input, long[] dilation) {
    Tensor x = input.use();
    return x.dim() == 4 && x.size(1) >= ENOUGH_CHANNELS && x.numel() >= ENOUGH_ELEMENTS && x.is_cpu()
        && x.is_floating_point() && x.is_contiguous() && Arrays.stream(dilation).allMatch(d -> d == 1);
  }

  private static NativeTensor[] pooledInNhwc(NativeTensor input, long[] kernelSize, long[] stride, long[] padding,
      long[] dilation, boolean ceilMode) {
    boolean recording = NativeAutograd.gradMode();
    NativeTensor[] found;
    NativeAutograd.gradMode(false);
    try {
      NativeTensor nhwc = AtenConversion.clone(input, torch.MemoryFormat.ChannelsLast.value);
      found = AtenNN.maxPool2dWithIndices(nhwc, kernelSize, stride, padding, dilation, ceilMode);
    } finally {
      NativeAutograd.gradMode(recording);
    }
    NativeTensor output = recording && NativeAutograd.requiresGrad(input) ? gathered(input, found[1])
        : AtenConversion.contiguous(found[0]);
    return new NativeTensor[] {output, found[1]};
  }

  /** The elements of each channel of {@code images} at these places. */
  private static NativeTensor gathered(NativeTensor images, NativeTensor indices) {
    NativeTensor places = AtenShape.flatten(AtenConversion.contiguous(indices), 2, -1);
    NativeTensor found = AtenIndexing.gather(AtenShape.flatten(images, 2, -1), 2, places, false);
    return AtenShape.view(found, NativeData.sizes(indices));
  }
}
