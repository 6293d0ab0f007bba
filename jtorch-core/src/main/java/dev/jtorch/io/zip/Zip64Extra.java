package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.MAX32;
import static dev.jtorch.io.zip.ZipFormat.ZIP64_EXTRA;
import static dev.jtorch.io.zip.ZipFormat.u2;

import java.nio.ByteBuffer;

/** The zip64 part of a header: 64-bit values, one for each 32-bit field that overflowed, in field order. */
final class Zip64Extra {
  private final ByteBuffer values;

  private Zip64Extra(ByteBuffer values) { this.values = values; }

  /** The zip64 part inside the extra field {@code extra}; empty when there is none. */
  static Zip64Extra of(ByteBuffer extra) {
    int at = 0;
    while (at + 4 <= extra.limit()) {
      int length = Math.min(u2(extra, at + 2), extra.limit() - at - 4);
      if (u2(extra, at) == ZIP64_EXTRA) return new Zip64Extra(extra.slice(at + 4, length).order(extra.order()));
      at += 4 + length;
    }
    return new Zip64Extra(ByteBuffer.allocate(0));
  }

  /** {@code field}, or the next 64-bit value when the field overflowed and there is one. */
  long widen(long field) {
    return field == MAX32 && values.remaining() >= Long.BYTES ? values.getLong() : field;
  }

  /** How many bytes {@link #put} writes. */
  static int length(long size, long offset) {
    int values = (size >= MAX32 ? 16 : 0) + (offset >= MAX32 ? 8 : 0);
    return values == 0 ? 0 : 4 + values;
  }

  /** Writes the zip64 part for a stored record, or nothing when all its values fit into 32 bits. */
  static void put(ByteBuffer out, long size, long offset) {
    int length = length(size, offset);
    if (length > 0) out.putShort((short) ZIP64_EXTRA).putShort((short) (length - 4));
    if (size >= MAX32) out.putLong(size).putLong(size);
    if (offset >= MAX32) out.putLong(offset);
  }
}
