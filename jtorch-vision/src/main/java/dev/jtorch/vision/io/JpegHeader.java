package dev.jtorch.vision.io;

/** What stands in the segments of a JPEG before its pixels. */
final class JpegHeader {
  /** How the colours are stored. */
  enum Colours {
    GREY, RGB, YCC, CMYK, YCCK
  }

  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int EXIF_HEAD = 6;
  /** Each block of 8 x 8 pixels takes a bit at least. */
  private static final long MOST_PIXELS_OF_A_BYTE = 8 * 64;

  private final Encoded file;
  private int width;
  private int height;
  private int components;
  private int firstId;
  private boolean jfif;
  private int adobe = -1;
  private int orientation = ExifOrientation.NORMAL;
  private boolean exif;

  JpegHeader(Encoded file) {
    this.file = file;
    int at = 2;
    boolean scanned = false;
    while (true) {
      int marker = nextMarker(at);
      int code = file.u8(marker + 1);
      if (code == END) break;
      at = marker + 2;
      if ((code >= 0xd0 && code <= 0xd8) || code == 0x01) continue; // without content
      if (at + 2 > file.length() || at + file.u16(at) > file.length()) throw file.truncated();
      if (!scanned) read(code, at + 2, at + file.u16(at));
      scanned |= code == SCAN;
      at += Math.max(2, file.u16(at));
    }
    if (components == 0 || !scanned) throw file.wrong("has no pixels (expected: a frame and a scan)");
  }

  /** Where the next marker is: right here, or in a scan behind the coded pixels. */
  private int nextMarker(int from) {
    int at = from;
    for (; at + 1 < file.length(); at++) {
      if (file.u8(at) != 0xff) continue;
      int code = file.u8(at + 1);
      if (code != 0x00 && code != 0xff) return at;
    }
    throw file.truncated();
  }

  private void read(int code, int from, int to) {
    if (code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc) {
      readFrame(from, to);
    } else if (code == 0xe0 && file.has(from, "JFIF\0")) {
      jfif = true;
    } else if (code == 0xee && to - from >= 12 && file.has(from, "Adobe")) {
      adobe = file.u8(from + 11);
    } else if (code == 0xe1 && !exif && file.has(from, "Exif\0\0")) {
      exif = true;
      orientation = ExifOrientation.of(file, from + EXIF_HEAD, to);
    }
  }

  private void readFrame(int from, int to) {
    if (to - from < 9) throw file.wrong("is damaged: its frame has " + (to - from) + " bytes (expected: at least 9)");
    if (file.u8(from) != 8) throw file.wrong("has " + file.u8(from) + " bits a sample (expected: 8)");
    height = file.u16(from + 1);
    width = file.u16(from + 3);
    components = file.u8(from + 5);
    firstId = file.u8(from + 6);
    file.checkSize(width, height);
    if ((long) width * height > MOST_PIXELS_OF_A_BYTE * file.length()) throw file.truncated();
  }

  int width() { return width; }

  int height() { return height; }

  int components() { return components; }

  int orientation() { return orientation; }

  /** What libjpeg takes the components for. */
  Colours colours() {
    return switch (components) {
      case 1 -> Colours.GREY;
      case 3 -> !jfif && (adobe == 0 || (adobe < 0 && firstId == 'R')) ? Colours.RGB : Colours.YCC;
      case 4 -> adobe > 0 ? Colours.YCCK : Colours.CMYK;
      default -> throw file.wrong("has " + components + " components (expected: 1, 3 or 4)");
    };
  }
}
