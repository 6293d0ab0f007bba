package dev.jtorch.io.zip;

import static dev.jtorch.io.zip.ZipFormat.DESCRIPTOR_FLAG;
import static dev.jtorch.io.zip.ZipFormat.MAX32;
import static dev.jtorch.io.zip.ZipFormat.UTF8_FLAG;

/**
 * A record that a {@link ZipWriter} has written.
 *
 * @param name path inside the archive
 * @param offset where its local header begins
 * @param size how many bytes it has
 * @param crc CRC-32 of them
 */
public record WrittenRecord(String name, long offset, long size, long crc) {

  /** Whether some value of the record does not fit into 32 bits. */
  boolean isZip64() {
    return size >= MAX32 || offset >= MAX32;
  }

  /** An empty record has no descriptor behind it, as in PyTorch. */
  static short flags(long size) {
    return (short) (size > 0 ? UTF8_FLAG | DESCRIPTOR_FLAG : UTF8_FLAG);
  }
}
