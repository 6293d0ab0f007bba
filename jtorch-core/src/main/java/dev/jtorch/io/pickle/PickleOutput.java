package dev.jtorch.io.pickle;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a protocol 2 pickle. Whatever Python would give a memo number gets the same one here, so for the same data
 * the bytes are Python's; texts count as one object when they are equal, which Python leaves to chance.
 */
final class PickleOutput {
  private static final int PROTOCOL = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final IdentityHashMap<Object, Integer> objects = new IdentityHashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> globals = new HashMap<>();
  private int memoSize;

  PickleOutput() {
    op(Opcode.PROTO);
    out.write(PROTOCOL);
  }

  byte[] toBytes() { return out.toByteArray(); }

  void op(Opcode opcode) { out.write(opcode.code()); }

  void integer(long value) {
    if (value >= 0 && value <= 0xff) fixed(Opcode.BININT1, 1, value);
    else if (value >= 0 && value <= 0xffff) fixed(Opcode.BININT2, 2, value);
    else if (value == (int) value) fixed(Opcode.BININT, 4, value);
    else integer(BigInteger.valueOf(value));
  }

  void integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      integer(value.longValue());
      return;
    }
    var bytes = value.toByteArray();
    if (bytes.length > 0xff)
      throw new MalformedPickle("int of " + bytes.length + " bytes (expected: at most 255, as torch.load reads)");
    fixed(Opcode.LONG1, 1, bytes.length);
    for (int i = bytes.length - 1; i >= 0; i--) out.write(bytes[i]);
  }

  void real(double value) { fixed(Opcode.BINFLOAT, 8, Long.reverseBytes(Double.doubleToRawLongBits(value))); }

  void text(String value) {
    if (get(texts.get(value))) return;
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    fixed(Opcode.BINUNICODE, 4, bytes.length);
    out.writeBytes(bytes);
    texts.put(value, put());
  }

  /** A class or function by its module and name. */
  void global(String module, String name) {
    var path = module + "\n" + name + "\n";
    if (get(globals.get(path))) return;
    op(Opcode.GLOBAL);
    out.writeBytes(path.getBytes(StandardCharsets.UTF_8));
    globals.put(path, put());
  }

  /** Begins a tuple of {@code size} elements. */
  void beginTuple(int size) {
    if (size > 3) op(Opcode.MARK);
  }

  /** Ends the tuple whose elements were just written; without its memo number. */
  void endTuple(int size) {
    op(switch (size) {
      case 0 -> Opcode.EMPTY_TUPLE;
      case 1 -> Opcode.TUPLE1;
      case 2 -> Opcode.TUPLE2;
      case 3 -> Opcode.TUPLE3;
      default -> Opcode.TUPLE;
    });
  }

  /** Refers to {@code object} if it was memoized, and says whether. */
  boolean recall(Object object) {
    return get(objects.get(object));
  }

  /** Gives the object that was just written a memo number. */
  void memoize(Object object) {
    objects.put(object, put());
  }

  /** Takes a memo number that is never used again, as Python does for its temporary tuples. */
  void memoize() { put(); }

  private int put() {
    memo(Opcode.BINPUT, Opcode.LONG_BINPUT, memoSize);
    return memoSize++;
  }

  private boolean get(@Nullable Integer index) {
    if (index == null) return false;
    memo(Opcode.BINGET, Opcode.LONG_BINGET, index);
    return true;
  }

  private void memo(Opcode small, Opcode large, int index) {
    if (index <= 0xff) fixed(small, 1, index);
    else fixed(large, 4, index);
  }

  private void fixed(Opcode opcode, int length, long value) {
    op(opcode);
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), 0, length);
  }
}
