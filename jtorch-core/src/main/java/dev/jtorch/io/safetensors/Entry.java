package dev.jtorch.io.safetensors;

import dev.jtorch.DType;

/**
 * One tensor in a file.
 *
 * @param name its key
 * @param dtype the type of its elements
 * @param shape its shape
 * @param begin where its bytes begin, counted from the end of the header
 * @param end where they end
 */
public record Entry(String name, DType dtype, long[] shape, long begin, long end) {
  /** {@return how many bytes it has} */
  public long size() { return end - begin; }

  /** How many bytes a tensor has, empty dimensions counted as one. */
  static long bytes(DType dtype, long[] shape) {
    long bytes = dtype.itemSize();
    for (long size : shape) bytes = Math.multiplyExact(bytes, Math.max(size, 1));
    return bytes;
  }

  /** {@return whether a dimension is empty} */
  static boolean isEmpty(long[] shape) {
    for (long size : shape) if (size == 0) return true;
    return false;
  }
}
