package dev.jtorch.io.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;

/** Counts what is written and keeps the CRC-32 of the current record. */
final class CountingChannel implements WritableByteChannel {
  private final WritableByteChannel out;
  private final CRC32 crc = new CRC32();
  private long count;
  private long recordStart;

  CountingChannel(WritableByteChannel out) { this.out = out; }

  void beginRecord() {
    crc.reset();
    recordStart = count;
  }

  long count() { return count; }

  long recordSize() { return count - recordStart; }

  long recordCrc() { return crc.getValue(); }

  @Override public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    crc.update(bytes.duplicate());
    while (bytes.hasRemaining()) out.write(bytes);
    count += length;
    return length;
  }

  @Override public boolean isOpen() { return out.isOpen(); }

  /** Does nothing: the archive goes on after a record. */
  @Override public void close() {}
}
