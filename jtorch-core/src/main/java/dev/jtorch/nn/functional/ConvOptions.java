package dev.jtorch.nn.functional;

import dev.jtorch.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a kernel moves over the input of a convolution. Sizes are one number for all dimensions or one for each.
 *
 * @param stride steps between outputs; 1 at first
 * @param padding what is added at both ends of each dimension; 0 at first
 * @param namedPadding padding that follows from the kernel, in place of {@code padding}; none at first
 * @param dilation steps between the kernel's elements; 1 at first
 * @param groups into how many groups the channels are divided, each with its own kernels; 1 at first
 */
public record ConvOptions(Size stride, Size padding, @Nullable Padding namedPadding, Size dilation, long groups) {
  /** PyTorch's defaults. */
  public static final ConvOptions DEFAULT = new ConvOptions(Size.of(1), Size.of(0), null, Size.of(1), 1);

  /** {@return these options with other steps between outputs} */
  public ConvOptions stride(long... steps) {
    return new ConvOptions(Size.of(steps), padding, namedPadding, dilation, groups);
  }

  /** {@return these options with padding at both ends of each dimension} */
  public ConvOptions padding(long... amounts) {
    return new ConvOptions(stride, Size.of(amounts), null, dilation, groups);
  }

  /** {@return these options with padding that follows from the kernel} */
  public ConvOptions padding(Padding named) {
    return new ConvOptions(stride, Size.of(0), named, dilation, groups);
  }

  /** {@return these options with other steps between the kernel's elements} */
  public ConvOptions dilation(long... steps) {
    return new ConvOptions(stride, padding, namedPadding, Size.of(steps), groups);
  }

  /** {@return these options with the channels divided into groups} */
  public ConvOptions groups(long count) {
    return new ConvOptions(stride, padding, namedPadding, dilation, count);
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }
}
