package dev.jtorch.vision.io;

/** The brightness of a colour, {@code 0.299 R + 0.587 G + 0.114 B}, in the whole numbers that each library uses for it. */
enum Luma {
  /** libjpeg's and Pillow's: to the nearest. */
  JPEG(19595, 38470, 7471, 1 << 15, 16),
  /** libpng's of 8 bits with torchvision's 0.2989 and 0.587: down. */
  PNG(9794, 19234, 3740, 0, 15),
  /** libpng's of 16 bits: to the nearest. */
  PNG16(9794, 19234, 3740, 1 << 14, 15);

  private final long red;
  private final long green;
  private final long blue;
  private final long half;
  private final int bits;

  Luma(int red, int green, int blue, int half, int bits) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.half = half;
    this.bits = bits;
  }

  int of(int r, int g, int b) { return (int) ((red * r + green * g + blue * b + half) >> bits); }
}
