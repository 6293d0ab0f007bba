package dev.jtorch.io.npy;

import dev.jtorch.DType;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.io.CheckpointException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What stands before an array's elements.
 *
 * @param type the type of the elements
 * @param fortranOrder whether the first index is the one that changes fastest
 * @param shape the array's shape
 * @param dataStart where the elements begin
 */
public record NpyHeader(NpyType type, boolean fortranOrder, long[] shape, int dataStart) {
  /** As long as numpy reads a header of a file that it has no reason to trust, and the 12 bytes before it. */
  public static final int LONGEST = 10_000 + 12;
  private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ALIGNMENT = 64;
  /** Numpy leaves room for as many digits, so that an array can grow in its file. */
  private static final int ROOM_TO_GROW = 21;

  /** Whether a file with these first bytes is one of numpy's arrays. */
  public static boolean begins(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Reads the header at the beginning of an array.
   *
   * @param source the file, for messages
   * @param head the first {@link #LONGEST} bytes, or all if there are fewer
   * @param size bytes of the whole array with its header
   * @throws CheckpointException if it is damaged, or of objects or other elements that PyTorch has no type for
   */
  public static NpyHeader read(String source, ByteBuffer head, long size) {
    ByteBuffer in = head.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < MAGIC.length + 2 || !in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw bad(source, "does not begin as an npy file");
    }
    int version = in.get(MAGIC.length);
    if (version < 1 || version > 3 || in.get(MAGIC.length + 1) != 0) {
      throw bad(source, "npy version is " + version + "." + in.get(MAGIC.length + 1) + " (expected: 1.0, 2.0 or 3.0)");
    }
    int start = MAGIC.length + (version == 1 ? 4 : 6);
    if (in.remaining() < start) throw bad(source, "header is cut off; is the file truncated?");
    long length = version == 1 ? Short.toUnsignedLong(in.getShort(MAGIC.length + 2))
        : Integer.toUnsignedLong(in.getInt(MAGIC.length + 2));
    if (length > LONGEST - start) throw bad(source, "header of " + length + " bytes (expected: at most 10000)");
    if (length > in.remaining() - start) throw bad(source, "header is cut off; is the file truncated?");
    var text = (version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)
        .decode(in.slice(start, (int) length)).toString();
    NpyHeader header = new NpyHeaderParser(source, text).parse(start + (int) length);
    header.requireComplete(source, size);
    return header;
  }

  private void requireComplete(String source, long size) {
    long bytes;
    try {
      bytes = bytes();
    } catch (ArithmeticException e) {
      throw bad(source, "shape " + shapeText() + " has more elements than can be counted");
    }
    if (bytes > size - dataStart) {
      throw bad(source, "has " + (size - dataStart) + " bytes of elements (expected: " + bytes + ", as "
          + type.dtype().torchName() + " of shape " + shapeText() + "); is the file truncated?");
    }
  }

  /** {@return bytes of all elements} */
  public long bytes() {
    long bytes = type.dtype().itemSize();
    boolean empty = false;
    for (long size : shape) {
      bytes = Math.multiplyExact(bytes, Math.max(size, 1));
      empty |= size == 0;
    }
    return empty ? 0 : bytes;
  }

  /** The header of a little-endian array, with numpy's own bytes. */
  public static ByteBuffer write(DType dtype, boolean fortranOrder, long[] shape) {
    var header = new NpyHeader(new NpyType(dtype, ByteOrder.LITTLE_ENDIAN), fortranOrder, shape, 0);
    var text = new StringBuilder("{'descr': '").append(NpyType.descr(dtype)).append("', 'fortran_order': ")
        .append(PythonNumbers.bool(fortranOrder)).append(", 'shape': ").append(header.shapeText()).append(", }");
    if (shape.length > 0) {
      long growing = shape[fortranOrder ? shape.length - 1 : 0];
      text.append(" ".repeat(ROOM_TO_GROW - Long.toString(growing).length()));
    }
    int start = MAGIC.length + 4;
    int length = (start + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - start;
    var bytes = ByteBuffer.allocate(start + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
    bytes.put(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    Arrays.fill(bytes.array(), bytes.position(), bytes.limit() - 1, (byte) ' ');
    bytes.put(bytes.limit() - 1, (byte) '\n');
    return bytes.rewind();
  }

  private String shapeText() {
    String sizes = LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return "(" + sizes + (shape.length == 1 ? ",)" : ")");
  }

  static CheckpointException bad(String source, String what) {
    return new CheckpointException(source + ": " + what);
  }
}
