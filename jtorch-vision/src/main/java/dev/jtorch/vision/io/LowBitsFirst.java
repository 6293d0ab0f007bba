package dev.jtorch.vision.io;

import java.io.ByteArrayOutputStream;

/** Bytes that fill up from their lowest bit. */
final class LowBitsFirst {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long pending;
  private int count;

  /** Writes the lowest {@code bits} of a value, at most 32, the lowest first. */
  void write(long value, int bits) {
    pending |= value << count;
    for (count += bits; count >= 8; count -= 8) {
      bytes.write((int) pending);
      pending >>>= 8;
    }
  }

  /** {@return all bytes, the last one filled up with zeros} */
  byte[] finished() {
    if (count > 0) write(0, 8 - count);
    return bytes.toByteArray();
  }
}
