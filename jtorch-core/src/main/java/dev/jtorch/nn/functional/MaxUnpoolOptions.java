package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Size;
import org.jspecify.annotations.Nullable;

/** Options of max unpooling: those of the pooling that found the maxima. Sizes are one number for all dimensions or one for each. */
public final class MaxUnpoolOptions extends FluentOptions<MaxUnpoolOptions> {
  private Size stride = Size.of();
  private Size padding = Size.of(0);
  private @Nullable Size outputSize;

  /** Steps between windows; default the window's size. */
  public MaxUnpoolOptions stride(long... stride) {
    return with(o -> o.stride = Size.of(stride));
  }

  public Size stride() { return stride; }

  /** What was added at both ends of each dimension; default 0. */
  public MaxUnpoolOptions padding(long... padding) {
    return with(o -> o.padding = Size.of(padding));
  }

  public Size padding() { return padding; }

  /** The size that was pooled, where several give the same maxima; default the smallest that does. */
  public MaxUnpoolOptions outputSize(long... outputSize) {
    return with(o -> o.outputSize = Size.of(outputSize));
  }

  public @Nullable Size outputSize() { return outputSize; }
}
