package dev.jtorch.vision.ops;

import dev.jtorch.Size;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.norm.BatchNorm2d;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Conv2dNormActivation} is built. Sizes are one number for all dimensions or one for each.
 *
 * @param kernelSize the convolution's window; 3 at first
 * @param stride the steps between outputs; 1 at first
 * @param padding what is added at both ends of each dimension; null, as at first, keeps the size of images but for the stride
 * @param groups into how many groups the channels are divided; 1 at first
 * @param normLayer makes the normalisation of some channels; a {@link BatchNorm2d} at first, null for none
 * @param activationLayer makes the activation; a {@link ReLU} in place at first, null for none
 * @param dilation the steps between the kernel's elements; 1 at first
 * @param bias whether the convolution learns a shift; null, as at first, where there is no normalisation
 */
public record ConvNormActivationOptions(Size kernelSize, Size stride, @Nullable Size padding, long groups,
    @Nullable LongFunction<? extends Layer> normLayer, @Nullable Supplier<? extends Layer> activationLayer,
    Size dilation,
    @Nullable Boolean bias) {
  static final ConvNormActivationOptions DEFAULT = new ConvNormActivationOptions(Size.of(3), Size.of(1), null, 1,
      BatchNorm2d::new, () -> new ReLU(o -> o.inplace(true)), Size.of(1), null);

  /** {@return these options with another window} */
  public ConvNormActivationOptions kernelSize(long... sizes) {
    return new ConvNormActivationOptions(Size.of(sizes), stride, padding, groups, normLayer, activationLayer, dilation,
        bias);
  }

  /** {@return these options with other steps between outputs} */
  public ConvNormActivationOptions stride(long... steps) {
    return new ConvNormActivationOptions(kernelSize, Size.of(steps), padding, groups, normLayer, activationLayer,
        dilation, bias);
  }

  /** {@return these options with padding that does not follow from the window} */
  public ConvNormActivationOptions padding(long... amounts) {
    return new ConvNormActivationOptions(kernelSize, stride, Size.of(amounts), groups, normLayer, activationLayer,
        dilation, bias);
  }

  /** {@return these options with the channels divided into groups} */
  public ConvNormActivationOptions groups(long count) {
    return new ConvNormActivationOptions(kernelSize, stride, padding, count, normLayer, activationLayer, dilation,
        bias);
  }

  /** {@return these options with another normalisation; null is none} */
  public ConvNormActivationOptions normLayer(@Nullable LongFunction<? extends Layer> maker) {
    return new ConvNormActivationOptions(kernelSize, stride, padding, groups, maker, activationLayer, dilation, bias);
  }

  /** {@return these options with another activation; null is none} */
  public ConvNormActivationOptions activationLayer(@Nullable Supplier<? extends Layer> maker) {
    return new ConvNormActivationOptions(kernelSize, stride, padding, groups, normLayer, maker, dilation, bias);
  }

  /** {@return these options with other steps between the kernel's elements} */
  public ConvNormActivationOptions dilation(long... steps) {
    return new ConvNormActivationOptions(kernelSize, stride, padding, groups, normLayer, activationLayer,
        Size.of(steps), bias);
  }

  /** {@return these options with a shift that does not follow from the normalisation} */
  public ConvNormActivationOptions bias(boolean on) {
    return new ConvNormActivationOptions(kernelSize, stride, padding, groups, normLayer, activationLayer, dilation, on);
  }

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
