package dev.jtorch.nn.functional;

import dev.jtorch.Size;

/**
 * How a kernel moves over the output of a transposed convolution. Sizes are one number for all dimensions or one for each.
 *
 * @param stride steps between where the input's elements put their kernels; 1 at first
 * @param padding what is taken away at both ends of each dimension; 0 at first
 * @param outputPadding what is added at the far end of each dimension; below stride or dilation; 0 at first
 * @param dilation steps between the kernel's elements; 1 at first
 * @param groups into how many groups the channels are divided, each with its own kernels; 1 at first
 */
public record ConvTransposeOptions(Size stride, Size padding, Size outputPadding, Size dilation, long groups) {
  /** PyTorch's defaults. */
  public static final ConvTransposeOptions DEFAULT = new ConvTransposeOptions(Size.of(1), Size.of(0), Size.of(0),
      Size.of(1), 1);

  /** {@return these options with other steps in the output} */
  public ConvTransposeOptions stride(long... steps) {
    return new ConvTransposeOptions(Size.of(steps), padding, outputPadding, dilation, groups);
  }

  /** {@return these options with so much taken away at both ends of each dimension} */
  public ConvTransposeOptions padding(long... amounts) {
    return new ConvTransposeOptions(stride, Size.of(amounts), outputPadding, dilation, groups);
  }

  /** {@return these options with so much added at the far end of each dimension} */
  public ConvTransposeOptions outputPadding(long... amounts) {
    return new ConvTransposeOptions(stride, padding, Size.of(amounts), dilation, groups);
  }

  /** {@return these options with other steps between the kernel's elements} */
  public ConvTransposeOptions dilation(long... steps) {
    return new ConvTransposeOptions(stride, padding, outputPadding, Size.of(steps), groups);
  }

  /** {@return these options with the channels divided into groups} */
  public ConvTransposeOptions groups(long count) {
    return new ConvTransposeOptions(stride, padding, outputPadding, dilation, count);
  }

  long[] strides() { return stride.toLongArray(); }

  long[] paddings() { return padding.toLongArray(); }

  long[] outputPaddings() { return outputPadding.toLongArray(); }

  long[] dilations() { return dilation.toLongArray(); }
}
