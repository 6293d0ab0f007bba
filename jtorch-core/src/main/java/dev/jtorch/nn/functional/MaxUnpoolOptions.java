package dev.jtorch.nn.functional;

import dev.jtorch.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the window moved by which maxima were found. Sizes are one number for all dimensions or one for each.
 *
 * @param stride steps between windows; the window's size where it is empty, as it is at first
 * @param padding what was added at both ends of each dimension; 0 at first
 * @param outputSize the size that was pooled, where several give the same maxima; the smallest that does at first
 */
public record MaxUnpoolOptions(Size stride, Size padding, @Nullable Size outputSize) {
  /** PyTorch's defaults. */
  public static final MaxUnpoolOptions DEFAULT = new MaxUnpoolOptions(Size.of(), Size.of(0), null);

  /** {@return these options with other steps between windows} */
  public MaxUnpoolOptions stride(long... steps) {
    return new MaxUnpoolOptions(Size.of(steps), padding, outputSize);
  }

  /** {@return these options with so much padding} */
  public MaxUnpoolOptions padding(long... amounts) {
    return new MaxUnpoolOptions(stride, Size.of(amounts), outputSize);
  }

  /** {@return these options with the size that was pooled, with those of batch and channels or without} */
  public MaxUnpoolOptions outputSize(long... sizes) {
    return new MaxUnpoolOptions(stride, padding, Size.of(sizes));
  }
}
