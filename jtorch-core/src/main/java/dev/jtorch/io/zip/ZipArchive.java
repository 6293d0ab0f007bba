package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.bad;

import dev.jtorch.io.CheckpointException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A zip archive opened for reading: stored records are slices of a memory map, deflated ones are unpacked on demand.
 *
 * <p>Opening checks the whole directory: names that leave the archive or appear twice, records that lie outside the
 * file and archives that would unpack to far more than their size are refused. Buffers stay readable after
 * {@link #close()}. A file that another process shortens while it is open breaks the map, as in every language.
 */
public final class ZipArchive implements Closeable {
  // Weights hardly compress, and torch.save never compresses: more than this is a zip bomb.
  private static final long UNPACKED_FLOOR = 64L << 20;
  private static final long UNPACKED_RATIO = 16;
  private static final int CRC_STEP = 1 << 24;

  private final String source;
  private final MappedFile file;
  private final Map<String, ZipRecord> records;

  private ZipArchive(String source, MappedFile file) throws IOException {
    this.source = source;
    this.file = file;
    records = ZipRecords.read(source, file);
    refuseBomb();
  }

  /**
   * Opens an archive.
   *
   * @throws CheckpointException if it is not a zip archive, or a damaged or hostile one
   * @throws IOException if the file cannot be read
   */
  public static ZipArchive open(Path path) throws IOException {
    var file = new MappedFile(path);
    try {
      return new ZipArchive(String.valueOf(path.getFileName()), file);
    } catch (IOException | CheckpointException e) {
      file.close();
      throw e;
    }
  }

  /** The names of all records, in directory order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(records.keySet());
  }

  /** {@return how many bytes the archive itself has} */
  public long size() {
    return file.size();
  }

  /** {@return how many bytes the record has when unpacked} */
  public long size(String name) {
    return record(name).size();
  }

  /** The whole record, read only and little endian; its CRC is checked unless the writer left it out. */
  public ByteBuffer checkedBytes(String name) throws IOException {
    check(name);
    return bytes(name, 0, wholeSize(record(name)));
  }

  /** The bytes [{@code from}, {@code from + length}) of a record, read only and little endian. */
  public ByteBuffer bytes(String name, long from, int length) throws IOException {
    var record = record(name);
    if (from < 0 || length < 0 || from > record.size() - length)
      throw outside(name, from, length);
    if (!record.deflated()) return file.slice(record.dataOffset() + from, length);
    return Inflate.unpack(source, record, file).slice((int) from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Fills {@code into} with the bytes of a record from {@code from} on, as a copy. */
  public void read(String name, long from, ByteBuffer into) throws IOException {
    long offset = offset(name);
    if (offset < 0) into.put(bytes(name, from, into.remaining()));
    else if (from >= 0 && from <= size(name) - into.remaining()) file.read(offset + from, into);
    else throw outside(name, from, into.remaining());
  }

  /** {@return where in the file the record's bytes begin; -1 when it is compressed} */
  public long offset(String name) {
    var record = record(name);
    return record.deflated() ? -1 : record.dataOffset();
  }

  /** Compares a record with its CRC-32; a CRC of 0 means that the writer did not compute one. */
  public void check(String name) throws IOException {
    var record = record(name);
    if (record.crc() == 0) return;
    var crc = new CRC32();
    if (record.deflated()) crc.update(bytes(name, 0, wholeSize(record)));
    else
      for (long at = 0; at < record.size(); at += CRC_STEP)
        crc.update(bytes(name, at, (int) Math.min(CRC_STEP, record.size() - at)));
    if (crc.getValue() != record.crc()) throw bad(source, "record " + name + " is damaged (its CRC-32 differs)");
  }

  @Override public void close() throws IOException { file.close(); }

  private ZipRecord record(String name) {
    var record = records.get(name);
    if (record == null) throw bad(source, "record " + name + " is missing");
    return record;
  }

  private CheckpointException outside(String name, long from, int length) {
    return bad(source, "record " + name + " has " + size(name) + " bytes (expected: " + from + " + " + length + ")");
  }

  private int wholeSize(ZipRecord record) {
    if (record.size() > Integer.MAX_VALUE)
      throw bad(source, "record " + record.name() + " has " + record.size() + " bytes (expected: less than 2 GiB)");
    return (int) record.size();
  }

  private void refuseBomb() {
    long allowed = UNPACKED_FLOOR + UNPACKED_RATIO * file.size();
    long left = allowed;
    for (var record : records.values())
      if (record.deflated() && (left -= Math.min(left + 1, record.size())) < 0)
        throw bad(source, "compressed records claim more than " + allowed + " bytes in a file of " + file.size());
  }
}
