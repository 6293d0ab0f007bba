package dev.jtorch.io.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns big-endian numbers into little-endian ones. */
final class Swap {
  private Swap() {}

  /** A little-endian copy of big-endian numbers of {@code size} bytes each. */
  static ByteBuffer scalars(ByteBuffer in, int size) {
    var bytes = new byte[in.remaining()];
    in.get(bytes);
    for (int start = 0; start + size <= bytes.length; start += size) reverse(bytes, start, start + size - 1);
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reverses the bytes from {@code first} to {@code last}, both included. */
  static void reverse(byte[] bytes, int first, int last) {
    for (int i = first, j = last; i < j; i++, j--) {
      byte low = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = low;
    }
  }
}
