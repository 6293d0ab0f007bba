package dev.jtorch.vision.ops;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a {@link Conv2dNormActivation} is built. Sizes are one number for all dimensions or one for each. */
public final class ConvNormActivationOptions extends FluentOptions<ConvNormActivationOptions> {
  private Size kernelSize = Size.of(3);
  private Size stride = Size.of(1);
  private @Nullable Size padding;
  private long groups = 1;
  private @Nullable LongFunction<? extends Layer> normLayer = BatchNorm2d::new;
  private @Nullable Supplier<? extends Layer> activationLayer = () -> new ReLU(o -> o.inplace(true));
  private Size dilation = Size.of(1);
  private @Nullable Boolean bias;

  /** The convolution's window; default 3. */
  public ConvNormActivationOptions kernelSize(long... kernelSize) {
    return with(o -> o.kernelSize = Size.of(kernelSize));
  }

  public Size kernelSize() { return kernelSize; }

  /** The steps between outputs; default 1. */
  public ConvNormActivationOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** What is added at both ends of each dimension; null,; default as, keeps the size of images but for the stride. */
  public ConvNormActivationOptions padding(long... padding) {
    return with(o -> o.padding = Size.of(padding));
  }

  public @Nullable Size padding() { return padding; }

  /** Number of groups that the channels are divided into; default 1. */
  public ConvNormActivationOptions groups(long groups) {
    return with(o -> o.groups = groups);
  }

  public long groups() { return groups; }

  /** Makes the normalisation for a number of channels; default a {@link BatchNorm2d}, null for none. */
  public ConvNormActivationOptions normLayer(@Nullable LongFunction<? extends Layer> normLayer) {
    return with(o -> o.normLayer = normLayer);
  }

  public @Nullable LongFunction<? extends Layer> normLayer() { return normLayer; }

  /** Makes the activation; default a {@link ReLU} in place, null for none. */
  public ConvNormActivationOptions activationLayer(@Nullable Supplier<? extends Layer> activationLayer) {
    return with(o -> o.activationLayer = activationLayer);
  }

  public @Nullable Supplier<? extends Layer> activationLayer() { return activationLayer; }

  /** The steps between the kernel's elements; default 1. */
  public ConvNormActivationOptions dilation(long... dilation) {
    return with(o -> o.dilation = Size.of(dilation));
  }

  public Size dilation() { return dilation; }

  /** Whether the convolution learns a shift; null,; default as, where there is no normalisation. */
  public ConvNormActivationOptions bias(boolean bias) {
    return with(o -> o.bias = bias);
  }

  public @Nullable Boolean bias() { return bias; }

  /** {@return the padding that was asked for, or else the one that keeps the size of images} */
  long[] border() {
    if (padding != null) return padding.toLongArray();
    int rank = Math.max(kernelSize.size(), dilation.size());
    var border = new long[rank];
    for (int i = 0; i < rank; i++) border[i] = (at(kernelSize, i) - 1) / 2 * at(dilation, i);
    return border;
  }

  private static long at(Size sizes, int dim) {
    return sizes.get(sizes.size() == 1 ? 0 : dim);
  }

  boolean hasBias() { return bias == null ? normLayer == null : bias; }
}
