package dev.jtorch.io.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle and the place in them. A claimed length is compared with what is left before any allocation. */
final class PickleInput {
  private static final int LONGEST_LINE = 1000;

  private final ByteBuffer in;
  private int opcodeOffset;

  PickleInput(ByteBuffer pickle) { in = pickle.slice().order(ByteOrder.LITTLE_ENDIAN); }

  /** {@return the next opcode's byte; errors are reported at its offset from now on} */
  int nextOpcode() {
    opcodeOffset = in.position();
    return u1();
  }

  int opcodeOffset() { return opcodeOffset; }

  int length() { return in.limit(); }

  /** {@return how many bytes were read} */
  int position() { return in.position(); }

  int u1() { return Byte.toUnsignedInt(need(1).get()); }

  int u2() { return Short.toUnsignedInt(need(2).getShort()); }

  int i4() { return need(4).getInt(); }

  long u4() { return Integer.toUnsignedLong(i4()); }

  long i8() { return need(8).getLong(); }

  double f8() { return Double.longBitsToDouble(Long.reverseBytes(i8())); }

  byte[] bytes(long length) {
    need(length);
    var bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  String text(long length) {
    try {
      var bytes = need(length).slice(in.position(), (int) length);
      in.position(in.position() + (int) length);
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedPickle("text is not UTF-8");
    }
  }

  /** An integer in little-endian two's complement; a Long where it fits. */
  Number integer(int length) {
    if (length == 0) return 0L;
    var bytes = bytes(length);
    reverse(bytes, 0, length - 1);
    var value = new BigInteger(bytes);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** The text up to the next line feed. */
  String line() {
    for (int length = 0; length <= LONGEST_LINE; length++)
      if (need(length + 1).get(in.position() + length) == '\n') {
        var line = text(length);
        in.get();
        return line;
      }
    throw new MalformedPickle("class name is longer than " + LONGEST_LINE + " bytes");
  }

  private ByteBuffer need(long length) {
    if (length < 0 || length > in.remaining())
      throw new MalformedPickle("needs " + Long.toUnsignedString(length) + " more bytes, " + in.remaining()
          + " are left; is the file truncated?");
    return in;
  }

  /** A little-endian copy of big-endian numbers of {@code size} bytes each. */
  static ByteBuffer swapped(ByteBuffer in, int size) {
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
