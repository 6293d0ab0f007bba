package dev.jtorch;

import org.jspecify.annotations.Nullable;

/**
 * What a conversion shall give: {@code t.to(o -> o.dtype(DType.FLOAT16).memoryFormat(MemoryFormat.CHANNELS_LAST))}.
 *
 * @param dtype the element type; null leaves it
 * @param device where the elements lie; null leaves it
 * @param nonBlocking lets a copy between the CPU's pinned memory and an accelerator go on in the background
 * @param copy makes a new tensor even where nothing changes
 * @param memoryFormat the order in memory; null leaves it
 */
public record ConversionOptions(@Nullable DType dtype, @Nullable Device device, boolean nonBlocking, boolean copy,
    @Nullable MemoryFormat memoryFormat) {
  static final ConversionOptions DEFAULT = new ConversionOptions(null, null, false, false, null);

  /** {@return these options with an element type} */
  public ConversionOptions dtype(DType type) {
    return new ConversionOptions(type, device, nonBlocking, copy, memoryFormat);
  }

  /** {@return these options with a device} */
  public ConversionOptions device(Device where) {
    return new ConversionOptions(dtype, where, nonBlocking, copy, memoryFormat);
  }

  /** {@return these options with copies in the background or not} */
  public ConversionOptions nonBlocking(boolean on) {
    return new ConversionOptions(dtype, device, on, copy, memoryFormat);
  }

  /** {@return these options with a copy made in any case or not} */
  public ConversionOptions copy(boolean always) {
    return new ConversionOptions(dtype, device, nonBlocking, always, memoryFormat);
  }

  /** {@return these options with an order in memory} */
  public ConversionOptions memoryFormat(MemoryFormat format) {
    return new ConversionOptions(dtype, device, nonBlocking, copy, format);
  }
}
