package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.DATA_DESCRIPTOR;
import static dev.jtorch.io.zip.ZipFormat.LOCAL_HEADER;
import static dev.jtorch.io.zip.ZipFormat.LOCAL_HEADER_SIZE;
import static dev.jtorch.io.zip.ZipFormat.STORED;
import static dev.jtorch.io.zip.ZipFormat.bad;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes an archive front to back, byte for byte in the layout of PyTorch 2.10: records stored, their bytes aligned to
 * 64 by a padding field, CRC and sizes in a descriptor behind them, zip64 fields in a header only where a value needs
 * them, no times. PyTorch computes where a storage lies from this layout ({@code calculate_storage_offsets}).
 */
public final class ZipWriter {
  /** Where the bytes of each record begin: a multiple of this. */
  public static final int ALIGNMENT = 64;

  private static final int PADDING_EXTRA = 'F' | 'B' << 8;

  private final String target;
  private final CountingChannel out;
  private final List<WrittenRecord> records = new ArrayList<>();

  /** A writer of one archive to {@code out}, which stands at the beginning of the file {@code target}. */
  public ZipWriter(String target, WritableByteChannel out) {
    this.target = target;
    this.out = new CountingChannel(out);
  }

  /** Writes the bytes of one record. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}. */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /** Adds a record of exactly {@code size} bytes. */
  public void add(String name, long size, Content content) throws IOException {
    long offset = out.count();
    out.write(localHeader(name.getBytes(StandardCharsets.UTF_8), offset, size));
    out.beginRecord();
    content.writeTo(out);
    if (out.recordSize() != size)
      throw bad(target, "record " + name + " got " + out.recordSize() + " bytes (expected: " + size + ")");
    var record = new WrittenRecord(name, offset, size, out.recordCrc());
    records.add(record);
    if (size > 0) out.write(descriptor(record));
  }

  /** Adds a record that is in memory. */
  public void add(String name, ByteBuffer bytes) throws IOException {
    add(name, bytes.remaining(), channel -> channel.write(bytes));
  }

  /** {@return the records so far, in order} */
  public List<WrittenRecord> records() {
    return Collections.unmodifiableList(records);
  }

  /** Ends the archive with its directory. */
  public void finish() throws IOException {
    CentralDirectory.write(records, out);
  }

  private static ByteBuffer localHeader(byte[] name, long offset, long size) {
    int zip64 = Zip64Extra.length(size, offset);
    int unpadded = LOCAL_HEADER_SIZE + name.length + zip64 + 4;
    int padding = Math.floorMod(-(offset + unpadded), ALIGNMENT);
    var header = ByteBuffer.allocate(unpadded + padding).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(LOCAL_HEADER).putShort((short) 0).putShort(WrittenRecord.flags(size)).putShort((short) STORED);
    header.position(LOCAL_HEADER_SIZE - 4); // no time; CRC and sizes stand in the descriptor
    header.putShort((short) name.length).putShort((short) (zip64 + 4 + padding)).put(name);
    Zip64Extra.put(header, size, offset);
    header.putShort((short) PADDING_EXTRA).putShort((short) padding);
    while (header.hasRemaining()) header.put((byte) 'Z');
    return header.flip();
  }

  private static ByteBuffer descriptor(WrittenRecord record) {
    var descriptor = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    descriptor.putInt(DATA_DESCRIPTOR).putInt((int) record.crc());
    if (record.isZip64()) descriptor.putLong(record.size()).putLong(record.size());
    else descriptor.putInt((int) record.size()).putInt((int) record.size());
    return descriptor.flip();
  }
}
