package dev.jtorch.io.zip;

import dev.jtorch.io.CheckpointException;
import java.nio.ByteBuffer;

/** The numbers of the zip format that reader and writer share (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5). */
final class ZipFormat {
  static final int LOCAL_HEADER = 0x04034b50;
  static final int DATA_DESCRIPTOR = 0x08074b50;
  static final int CENTRAL_HEADER = 0x02014b50;
  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int END64_LOCATOR = 0x07064b50;

  static final int LOCAL_HEADER_SIZE = 30;
  static final int CENTRAL_HEADER_SIZE = 46;
  static final int END_SIZE = 22;
  static final int END64_SIZE = 56;
  static final int END64_LOCATOR_SIZE = 20;

  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int ENCRYPTED_FLAG = 1;
  static final int DESCRIPTOR_FLAG = 1 << 3;
  static final int UTF8_FLAG = 1 << 11;
  static final int ZIP64_EXTRA = 1;

  /** A 32-bit field that holds this says: look in the zip64 part. */
  static final long MAX32 = 0xffffffffL;
  static final int MAX16 = 0xffff;

  private ZipFormat() {}

  static int u2(ByteBuffer in, int at) { return Short.toUnsignedInt(in.getShort(at)); }

  static long u4(ByteBuffer in, int at) { return Integer.toUnsignedLong(in.getInt(at)); }

  static CheckpointException bad(String source, String what) {
    return new CheckpointException(source + ": zip archive: " + what);
  }
}
