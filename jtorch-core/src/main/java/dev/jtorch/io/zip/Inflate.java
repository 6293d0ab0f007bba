package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.bad;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a deflated record, into exactly the size that it claims. */
final class Inflate {
  private static final int STEP = 1 << 24;

  private Inflate() {}

  static ByteBuffer unpack(String source, ZipRecord record, MappedFile file) throws IOException {
    if (record.size() > Integer.MAX_VALUE - 8)
      throw bad(source, "compressed record " + record.name() + " has " + record.size() + " bytes (expected: < 2 GiB)");
    var inflater = new Inflater(true);
    try {
      var out = ByteBuffer.allocate((int) record.size());
      if (fill(inflater, out, record, file)) return out.flip().asReadOnlyBuffer();
      throw bad(source, "compressed record " + record.name() + " has not the " + record.size() + " bytes it claims");
    } catch (DataFormatException e) {
      throw bad(source, "compressed record " + record.name() + " is damaged");
    } finally {
      inflater.end();
    }
  }

  /** Whether the stream ends just where {@code out} is full. */
  private static boolean fill(Inflater inflater, ByteBuffer out, ZipRecord record, MappedFile file)
      throws IOException, DataFormatException {
    var beyond = ByteBuffer.allocate(1);
    long at = 0;
    while (!inflater.finished() && beyond.hasRemaining()) {
      if (inflater.needsInput()) {
        int length = (int) Math.min(STEP, record.storedSize() - at);
        inflater.setInput(file.slice(record.dataOffset() + at, length));
        at += length;
      }
      int unpacked = inflater.inflate(out.hasRemaining() ? out : beyond);
      if (unpacked == 0 && at == record.storedSize()) break;
    }
    return inflater.finished() && !out.hasRemaining() && beyond.hasRemaining();
  }
}
