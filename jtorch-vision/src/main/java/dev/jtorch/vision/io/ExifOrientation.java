package dev.jtorch.vision.io;

import dev.jtorch.Tensor;

/** How a camera was held: a number from 1 to 8 in the EXIF data of a photograph. */
final class ExifOrientation {
  static final int NORMAL = 1;
  private static final int TAG = 0x0112;
  private static final int MAGIC = 0x2a;
  private static final int ENTRY = 12;

  private final Encoded file;
  private final int start;
  private final int end;
  private final boolean littleEndian;

  private ExifOrientation(Encoded file, int start, int end) {
    this.file = file;
    this.start = start;
    this.end = end;
    littleEndian = file.has(start, "II");
  }

  /** {@return what EXIF data between two places says; {@link #NORMAL} where it is damaged or silent} */
  static int of(Encoded file, int start, int end) {
    if (!file.has(start, "II") && !file.has(start, "MM")) return NORMAL;
    return new ExifOrientation(file, start, end).find();
  }

  private int find() {
    if (u16(2) != MAGIC) return NORMAL;
    long directory = (long) u16(littleEndian ? 6 : 4) << 16 | u16(littleEndian ? 4 : 6);
    int entries = u16(directory);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) ENTRY * i;
      if (u16(entry) == TAG) return u16(entry + 8);
    }
    return NORMAL;
  }

  /** Zero beyond the end, where damaged data may point. */
  private int u16(long offset) {
    if (start + offset + 2 > end) return 0;
    int at = (int) (start + offset);
    return littleEndian ? file.u16LittleEndian(at) : file.u16(at);
  }

  /** {@return the image as it was seen; shape {@code (C, H, W)}} */
  static Tensor apply(Tensor image, int orientation) {
    return switch (orientation) {
      case 2 -> image.flip(-1);
      case 3 -> image.flip(-2, -1);
      case 4 -> image.flip(-2);
      case 5 -> image.transpose(-1, -2);
      case 6 -> image.transpose(-1, -2).flip(-1);
      case 7 -> image.transpose(-1, -2).flip(-2, -1);
      case 8 -> image.transpose(-1, -2).flip(-2);
      default -> image;
    };
  }
}
