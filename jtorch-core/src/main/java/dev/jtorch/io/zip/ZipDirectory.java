package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.CENTRAL_HEADER_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END64;
import static dev.jtorch.io.zip.ZipFormat.END64_LOCATOR;
import static dev.jtorch.io.zip.ZipFormat.END64_LOCATOR_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END64_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END;
import static dev.jtorch.io.zip.ZipFormat.END_SIZE;
import static dev.jtorch.io.zip.ZipFormat.MAX16;
import static dev.jtorch.io.zip.ZipFormat.bad;
import static dev.jtorch.io.zip.ZipFormat.u2;
import static dev.jtorch.io.zip.ZipFormat.u4;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where an archive's central directory lies: found from the end of the file, in the zip64 part when there is one.
 *
 * @param offset first byte of the directory
 * @param size its length in bytes
 * @param records how many records it lists
 */
record ZipDirectory(long offset, int size, long records) {

  /** Finds the directory of {@code file} and checks that it lies inside it. */
  static ZipDirectory find(String source, MappedFile file) throws IOException {
    long end = endRecord(source, file);
    var found = hasLocator(file, end) ? zip64(source, file, end) : zip32(source, file, end);
    if (found.records * CENTRAL_HEADER_SIZE > found.size)
      throw bad(source, "directory claims " + found.records + " records in " + found.size + " bytes");
    return found;
  }

  /** The directory's bytes. */
  ByteBuffer bytes(MappedFile file) throws IOException { return file.slice(offset, size); }

  private static long endRecord(String source, MappedFile file) throws IOException {
    int length = (int) Math.min(file.size(), END_SIZE + MAX16);
    var tail = file.slice(file.size() - length, length);
    for (int at = length - END_SIZE; at >= 0; at--)
      if (tail.getInt(at) == END && at + END_SIZE + u2(tail, at + 20) == length) return file.size() - length + at;
    throw bad(source, "end record is missing (expected: a complete zip file); is the file truncated?");
  }

  private static ZipDirectory zip32(String source, MappedFile file, long end) throws IOException {
    var record = file.slice(end, END_SIZE);
    if (record.getInt(4) != 0 || u2(record, 8) != u2(record, 10)) throw bad(source, "spans several disks");
    return inside(source, u4(record, 16), u4(record, 12), u2(record, 10), end);
  }

  private static boolean hasLocator(MappedFile file, long end) throws IOException {
    return end >= END64_LOCATOR_SIZE
        && file.slice(end - END64_LOCATOR_SIZE, END64_LOCATOR_SIZE).getInt(0) == END64_LOCATOR;
  }

  private static ZipDirectory zip64(String source, MappedFile file, long end) throws IOException {
    long at = file.slice(end - END64_LOCATOR_SIZE, END64_LOCATOR_SIZE).getLong(8);
    if (at < 0 || at > end - END64_LOCATOR_SIZE - END64_SIZE) throw bad(source, "zip64 end record lies outside");
    var record = file.slice(at, END64_SIZE);
    if (record.getInt(0) != END64) throw bad(source, "zip64 end record is missing");
    if (record.getLong(16) != 0 || record.getLong(24) != record.getLong(32)) throw bad(source, "spans several disks");
    return inside(source, record.getLong(48), record.getLong(40), record.getLong(32), at);
  }

  private static ZipDirectory inside(String source, long offset, long size, long records, long limit) {
    if (offset < 0 || size < 0 || size > Integer.MAX_VALUE || offset > limit - size || records < 0 || records > size)
      throw bad(source, "directory of " + records + " records in " + size + " bytes at " + offset
          + " lies outside (expected: before byte " + limit + ")");
    return new ZipDirectory(offset, (int) size, records);
  }
}
