package dev.jtorch.vision.io;

import dev.jtorch.vision.io.JpegHeader.Colours;
import java.awt.image.Raster;

/**
 * Reads JPEG: baseline and progressive, grey, colour and CMYK.
 *
 * <p>The plug-in hands out what is stored, upsampled as libjpeg does; the colours are made here, where they become libjpeg's
 * to the last bit. The plug-in's own would go through a colour profile.
 */
final class JpegDecoder {
  private JpegDecoder() {}

  static boolean matches(Encoded file) { return file.has(0, "\u00ff\u00d8\u00ff"); }

  static Images.Decoded decode(Encoded file, ImageReadMode mode) {
    if (mode == ImageReadMode.GRAY_ALPHA || mode == ImageReadMode.RGB_ALPHA) {
      throw file.wrong("mode is " + mode + " (expected: UNCHANGED, GRAY or RGB, because a JPEG has no alpha)");
    }
    var header = new JpegHeader(file);
    Colours colours = header.colours();
    byte[] stored = stored(file, header);
    return new Images.Decoded(converted(header, colours, stored, mode), header.orientation());
  }

  private static byte[] stored(Encoded file, JpegHeader header) {
    Raster raster = Plugin.read(file, "jpeg", reader -> reader.readRaster(0, null));
    int width = header.width();
    int row = width * header.components();
    if (raster.getNumBands() != header.components() || raster.getWidth() != width
        || raster.getHeight() != header.height()) {
      throw file.wrong("is damaged: its header and its pixels are of different sizes");
    }
    var stored = new byte[row * header.height()];
    var pixels = new byte[row];
    for (int y = 0; y < header.height(); y++) {
      raster.getDataElements(0, y, width, 1, pixels);
      System.arraycopy(pixels, 0, stored, y * row, row);
    }
    return stored;
  }

  private static Samples converted(JpegHeader header, Colours colours, byte[] stored, ImageReadMode mode) {
    int width = header.width();
    int height = header.height();
    switch (colours) {
      case YCC -> {
        if (mode == ImageReadMode.GRAY) return Samples.of(width, height, 1, firstOfThree(stored));
        JpegColours.yccToRgb(stored, 3);
      }
      case YCCK -> JpegColours.ycckToCmyk(stored);
      default -> {}
    }
    if (header.components() < 4)
      return Samples.of(width, height, header.components(), stored).in(mode, Samples.Luma.JPEG);
    if (mode == ImageReadMode.UNCHANGED) return Samples.of(width, height, 4, stored);
    return Samples.of(width, height, 3, JpegColours.cmykToRgb(stored)).in(mode, Samples.Luma.JPEG);
  }

  /** The luma, which is the grey picture. */
  private static byte[] firstOfThree(byte[] ycc) {
    var luma = new byte[ycc.length / 3];
    for (int i = 0; i < luma.length; i++) luma[i] = ycc[3 * i];
    return luma;
  }
}
