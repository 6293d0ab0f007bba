package dev.jtorch.vision.io;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG of 8 bits: grey or colour, with or without alpha. */
final class PngEncoder {
  private static final int[] COLOUR_TYPES = {0, 4, 2, 6};
  private static final int FILTERS = 5;

  private final byte[] samples;
  private final int width;
  private final int height;
  private final int channels;

  PngEncoder(byte[] samples, int width, int height, int channels) {
    this.samples = samples;
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  byte[] encode(int compressionLevel) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(PngChunks.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, (byte) COLOUR_TYPES[channels - 1], 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", deflated(compressionLevel));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  private byte[] deflated(int compressionLevel) throws IOException {
    var deflater = new Deflater(compressionLevel);
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      for (int y = 0; y < height; y++) out.write(filtered(y));
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** The row by the filter whose differences are smallest, which is what libpng chooses. */
  private byte[] filtered(int y) {
    byte[] best = filtered(y, 0);
    long least = size(best);
    for (int filter = 1; filter < FILTERS; filter++) {
      byte[] row = filtered(y, filter);
      long size = size(row);
      if (size < least) {
        best = row;
        least = size;
      }
    }
    return best;
  }

  private byte[] filtered(int y, int filter) {
    int length = width * channels;
    int start = y * length;
    var row = new byte[1 + length];
    row[0] = (byte) filter;
    for (int i = 0; i < length; i++) {
      int left = i < channels ? 0 : samples[start + i - channels] & 0xff;
      int above = y == 0 ? 0 : samples[start + i - length] & 0xff;
      int corner = y == 0 || i < channels ? 0 : samples[start + i - length - channels] & 0xff;
      row[1 + i] = (byte) (samples[start + i] - switch (filter) {
        case 0 -> 0;
        case 1 -> left;
        case 2 -> above;
        case 3 -> (left + above) >> 1;
        default -> PngRows.paeth(left, above, corner);
      });
    }
    return row;
  }

  private static long size(byte[] row) {
    long sum = 0;
    for (int i = 1; i < row.length; i++) sum += Math.abs(row[i]);
    return sum;
  }
}
