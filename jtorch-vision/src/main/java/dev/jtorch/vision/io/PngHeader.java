package dev.jtorch.vision.io;

/**
 * What the first chunk of a PNG states.
 *
 * @param width in pixels
 * @param height in pixels
 * @param depth bits of one sample: 1, 2, 4, 8 or 16
 * @param colour the colour type: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha
 * @param interlaced whether the pixels come in Adam7's order
 */
record PngHeader(int width, int height, int depth, int colour, boolean interlaced) {
  static final int PALETTE = 3;
  static final int LENGTH = 13;

  /** Reads and checks the content of the chunk. */
  static PngHeader of(Encoded file, int at) {
    file.checkSize(Integer.toUnsignedLong(file.i32(at)), Integer.toUnsignedLong(file.i32(at + 4)));
    var header = new PngHeader(file.i32(at), file.i32(at + 4), file.u8(at + 8), file.u8(at + 9), file.u8(at + 12) == 1);
    if (!header.isLegal() || file.u8(at + 10) != 0 || file.u8(at + 11) != 0 || file.u8(at + 12) > 1) {
      throw file.wrong("its header states colour type " + header.colour + " with " + header.depth
          + " bits, methods " + file.u8(at + 10) + ", " + file.u8(at + 11) + " and " + file.u8(at + 12)
          + " (expected: what the PNG standard lists)");
    }
    return header;
  }

  private boolean isLegal() {
    return switch (colour) {
      case 0 -> Integer.bitCount(depth) == 1 && depth <= 16;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      case PALETTE -> Integer.bitCount(depth) == 1 && depth <= 8;
      default -> false;
    };
  }

  /** Of one pixel, an index into the palette counting as one. */
  int channels() {
    return switch (colour) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  boolean hasPalette() { return colour == PALETTE; }

  /** The bytes of a row of this many pixels. */
  int rowBytes(int pixels) {
    return (int) (((long) pixels * channels() * depth + 7) / 8);
  }

  /** From where in a row the filters take the pixel to the left. */
  int pixelBytes() {
    return Math.max(1, channels() * depth / 8);
  }
}
