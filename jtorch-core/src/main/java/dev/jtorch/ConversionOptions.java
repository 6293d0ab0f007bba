package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * What a conversion shall give: {@code t.to(o -> o.dtype(DType.FLOAT16).memoryFormat(MemoryFormat.CHANNELS_LAST))}.
 */
public final class ConversionOptions extends FluentOptions<ConversionOptions> {
  private @Nullable DType dtype;
  private @Nullable Device device;
  private boolean nonBlocking = false;
  private boolean copy = false;
  private @Nullable MemoryFormat memoryFormat;

  /** The element type; null leaves it. */
  public ConversionOptions dtype(DType dtype) {
    return with(o -> o.dtype = dtype);
  }

  public @Nullable DType dtype() { return dtype; }

  /** Where the elements lie; null leaves it. */
  public ConversionOptions device(Device device) {
    return with(o -> o.device = device);
  }

  public @Nullable Device device() { return device; }

  /** Lets a copy between the CPU's pinned memory and an accelerator go on in the background. */
  public ConversionOptions nonBlocking(boolean nonBlocking) {
    return with(o -> o.nonBlocking = nonBlocking);
  }

  public boolean nonBlocking() { return nonBlocking; }

  /** Makes a new tensor even where nothing changes. */
  public ConversionOptions copy(boolean copy) {
    return with(o -> o.copy = copy);
  }

  public boolean copy() { return copy; }

  /** The order in memory; null leaves it. */
  public ConversionOptions memoryFormat(MemoryFormat memoryFormat) {
    return with(o -> o.memoryFormat = memoryFormat);
  }

  public @Nullable MemoryFormat memoryFormat() { return memoryFormat; }
}
