package dev.jtorch.vision.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes WebP without losses: what is left of each pixel after a guess from its neighbours, in Huffman's code.
 *
 * <p>Nothing is looked for that repeats itself, so that drawings become larger than libwebp would make them.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification">the format</a>
 */
final class WebpEncoder {
  static final int LONGEST_SIDE = 1 << 14;
  private static final int SIGNATURE = 0x2f;
  private static final int PREDICTOR = 0;
  private static final int SUBTRACT_GREEN = 2;
  /** Left + above - corner. */
  private static final int GRADIENT = 12;
  /** Blocks of 512 x 512 pixels have one predictor each, the same. */
  private static final int LARGEST_BLOCKS = 7;
  private static final int OPAQUE = 0xff;
  /** Green has symbols for repetitions, too. */
  private static final int[] ALPHABETS = {256 + 24, 256, 256, 256};
  private static final int GREEN = 0;
  private static final int RED = 1;
  private static final int BLUE = 2;
  private static final int ALPHA = 3;

  private final int width;
  private final int height;
  private final boolean transparent;
  /** Green, and the differences of red and blue to it, and alpha, in the order of the format. */
  private final byte[][] planes;

  WebpEncoder(byte[] samples, int width, int height, int channels) {
    this.width = width;
    this.height = height;
    transparent = channels % 2 == 0;
    planes = new byte[4][width * height];
    for (int pixel = 0, i = 0; i < samples.length; pixel++, i += channels) {
      byte green = samples[channels < 3 ? i : i + 1];
      planes[GREEN][pixel] = green;
      planes[RED][pixel] = (byte) (samples[i] - green);
      planes[BLUE][pixel] = (byte) (samples[channels < 3 ? i : i + 2] - green);
      planes[ALPHA][pixel] = transparent ? samples[i + channels - 1] : (byte) OPAQUE;
    }
  }

  byte[] encode() throws IOException {
    byte[] image = image();
    int padding = image.length % 2;
    ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF"))
        .putInt(12 + image.length + padding).put(ascii("WEBPVP8L")).putInt(image.length);
    var file = new ByteArrayOutputStream();
    file.write(head.array());
    file.write(image);
    file.write(new byte[padding]);
    return file.toByteArray();
  }

  private static byte[] ascii(String letters) { return letters.getBytes(StandardCharsets.ISO_8859_1); }

  private byte[] image() {
    var out = new LowBitsFirst();
    out.write(SIGNATURE, 8);
    out.write(width - 1, 14);
    out.write(height - 1, 14);
    out.write(transparent ? 1 : 0, 1);
    out.write(0, 3); // version
    out.write(1 | SUBTRACT_GREEN << 1, 3);
    out.write(1 | PREDICTOR << 1, 3);
    out.write(LARGEST_BLOCKS, 3);
    writePredictors(out);
    out.write(0, 3); // no other transform, no cache of colours, one set of codes
    writePixels(out);
    return out.finished();
  }

  /** An image of the blocks' predictors in green; as it has one colour, its pixels take no bits. */
  private static void writePredictors(LowBitsFirst out) {
    out.write(0, 1); // no cache of colours
    for (int symbol : new int[] {GRADIENT, 0, 0, 0, 0}) single(symbol).writeTo(out);
  }

  private static PrefixCode single(int symbol) {
    var counts = new long[symbol + 1];
    counts[symbol] = 1;
    return new PrefixCode(counts);
  }

  private void writePixels(LowBitsFirst out) {
    var codes = new PrefixCode[planes.length];
    var rests = new byte[planes.length][];
    for (int c = 0; c < planes.length; c++) {
      rests[c] = rest(planes[c], c == ALPHA ? OPAQUE : 0);
      var counts = new long[ALPHABETS[c]];
      for (byte value : rests[c]) counts[value & 0xff]++;
      codes[c] = new PrefixCode(counts);
      codes[c].writeTo(out);
    }
    single(0).writeTo(out); // distances of repetitions
    for (int pixel = 0; pixel < width * height; pixel++) {
      for (int c = 0; c < planes.length; c++) codes[c].write(rests[c][pixel] & 0xff, out);
    }
  }

  /** The pixels less what is expected of them. */
  private byte[] rest(byte[] plane, int first) {
    var rest = new byte[plane.length];
    for (int i = 0; i < rest.length; i++) {
      int expected;
      if (i == 0) expected = first;
      else if (i < width) expected = plane[i - 1];
      else if (i % width == 0) expected = plane[i - width];
      else expected = gradient(plane[i - 1] & 0xff, plane[i - width] & 0xff, plane[i - width - 1] & 0xff);
      rest[i] = (byte) (plane[i] - expected);
    }
    return rest;
  }

  private static int gradient(int left, int above, int corner) {
    return Math.max(0, Math.min(0xff, left + above - corner));
  }

  /** Bytes that fill up from their lowest bit. */
  static final class LowBitsFirst {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int count;

    /** Writes the lowest {@code bits} of a value, at most 32, the lowest first. */
    void write(long value, int bits) {
      pending |= value << count;
      for (count += bits; count >= 8; count -= 8) {
        bytes.write((int) pending);
        pending >>>= 8;
      }
    }

    /** {@return all bytes, the last one filled up with zeros} */
    byte[] finished() {
      if (count > 0) write(0, 8 - count);
      return bytes.toByteArray();
    }
  }
}
