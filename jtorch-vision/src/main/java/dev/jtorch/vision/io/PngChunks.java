package dev.jtorch.vision.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/** The parts of a PNG up to the end of its pixels; what is behind them is not looked at. */
final class PngChunks {
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  /** Length, type and checksum of a chunk. */
  private static final int FRAME = 12;
  /** No deflated byte stands for more. */
  private static final long MOST_INFLATION = 1032;

  private final Encoded file;
  private final PngHeader header;
  private final List<InputStream> pixels = new ArrayList<>();
  private byte[] palette = new byte[0];
  private byte[] transparency = new byte[0];
  private int orientation = ExifOrientation.NORMAL;
  private long pixelBytes;

  PngChunks(Encoded file) {
    this.file = file;
    int at = SIGNATURE.length();
    if (file.length() < at + FRAME + PngHeader.LENGTH) throw file.truncated();
    if (!file.has(at + 4, "IHDR") || file.i32(at) != PngHeader.LENGTH) {
      throw file.wrong("does not begin with an IHDR chunk (expected: of " + PngHeader.LENGTH + " bytes)");
    }
    checkSum(at);
    header = PngHeader.of(file, at + 8);
    at += FRAME + PngHeader.LENGTH;
    while (pixelBytes == 0 || file.has(at + 4, "IDAT")) at = read(at);
    checkContent();
  }

  /** Reads one chunk and returns where the next one is. */
  private int read(int at) {
    if (at + FRAME > file.length()) throw file.truncated();
    int length = file.i32(at);
    if (length < 0 || length > file.length() - at - FRAME) throw file.truncated();
    int data = at + 8;
    if (file.has(at + 4, "IDAT")) {
      checkSum(at);
      pixels.add(new ByteArrayInputStream(file.bytes(), data, length));
      pixelBytes += length;
    } else if (file.has(at + 4, "PLTE")) {
      checkSum(at);
      palette = copy(data, length);
    } else if (file.has(at + 4, "tRNS")) {
      transparency = copy(data, length);
    } else if (file.has(at + 4, "eXIf")) {
      orientation = ExifOrientation.of(file, data, data + length);
    } else if (file.has(at + 4, "IEND")) {
      throw file.wrong("has no pixels (expected: an IDAT chunk)");
    }
    return data + length + 4;
  }

  private byte[] copy(int at, int length) { return Arrays.copyOfRange(file.bytes(), at, at + length); }

  private void checkSum(int at) {
    int length = file.i32(at);
    var crc = new CRC32();
    crc.update(file.bytes(), at + 4, length + 4);
    if ((int) crc.getValue() != file.i32(at + 8 + length)) {
      throw file.wrong("is damaged: the checksum of its chunk at byte " + at + " does not fit");
    }
  }

  private void checkContent() {
    if (header.hasPalette() && (palette.length == 0 || palette.length % 3 != 0)) {
      throw file.wrong("has a palette of " + palette.length + " bytes (expected: three for each colour)");
    }
    long needed = (long) header.rowBytes(header.width()) * header.height();
    if (needed > MOST_INFLATION * pixelBytes + MOST_INFLATION) throw file.truncated();
  }

  PngHeader header() { return header; }

  int orientation() { return orientation; }

  /** Red, green and blue of each colour. */
  byte[] palette() { return palette; }

  /** The alpha of the palette's first colours. */
  byte[] transparency() { return transparency; }

  /** The deflated pixels. */
  InputStream pixels() { return new SequenceInputStream(Collections.enumeration(pixels)); }
}
