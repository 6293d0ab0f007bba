package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.CENTRAL_HEADER;
import static dev.jtorch.io.zip.ZipFormat.CENTRAL_HEADER_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END64;
import static dev.jtorch.io.zip.ZipFormat.END64_LOCATOR;
import static dev.jtorch.io.zip.ZipFormat.END64_LOCATOR_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END64_SIZE;
import static dev.jtorch.io.zip.ZipFormat.END;
import static dev.jtorch.io.zip.ZipFormat.END_SIZE;
import static dev.jtorch.io.zip.ZipFormat.MAX16;
import static dev.jtorch.io.zip.ZipFormat.MAX32;
import static dev.jtorch.io.zip.ZipFormat.STORED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the directory at the end of an archive; like PyTorch, always with the zip64 end record. */
final class CentralDirectory {
  private static final short UNIX_3_0 = 0x031e;
  private static final short ZIP64_VERSION = 45;

  private CentralDirectory() {}

  static void write(List<WrittenRecord> records, CountingChannel out) throws IOException {
    long start = out.count();
    for (var record : records) out.write(entry(record));
    long size = out.count() - start;
    out.write(end64(records.size(), start, size));
    out.write(end(records.size(), start, size));
  }

  private static ByteBuffer entry(WrittenRecord record) {
    var name = record.name().getBytes(StandardCharsets.UTF_8);
    int zip64 = Zip64Extra.length(record.size(), record.offset());
    var entry = allocate(CENTRAL_HEADER_SIZE + name.length + zip64);
    entry.putInt(CENTRAL_HEADER).putInt(0).putShort(WrittenRecord.flags(record.size())).putShort((short) STORED);
    entry.putInt(0).putInt((int) record.crc()).putInt(narrow(record.size())).putInt(narrow(record.size()));
    entry.putShort((short) name.length).putShort((short) zip64);
    entry.position(CENTRAL_HEADER_SIZE - 4); // no comment, first disk, no attributes
    entry.putInt(narrow(record.offset())).put(name);
    Zip64Extra.put(entry, record.size(), record.offset());
    return entry.flip();
  }

  private static ByteBuffer end64(long records, long start, long size) {
    var end = allocate(END64_SIZE + END64_LOCATOR_SIZE);
    end.putInt(END64).putLong(END64_SIZE - 12).putShort(UNIX_3_0).putShort(ZIP64_VERSION).putLong(0);
    end.putLong(records).putLong(records).putLong(size).putLong(start);
    end.putInt(END64_LOCATOR).putInt(0).putLong(start + size).putInt(1);
    return end.flip();
  }

  private static ByteBuffer end(long records, long start, long size) {
    short count = (short) Math.min(records, MAX16);
    var end = allocate(END_SIZE);
    end.putInt(END).putInt(0).putShort(count).putShort(count).putInt(narrow(size)).putInt(narrow(start));
    return end.putShort((short) 0).flip();
  }

  private static int narrow(long value) { return (int) Math.min(value, MAX32); }

  private static ByteBuffer allocate(int size) { return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN); }
}
