package dev.jtorch.vision.io;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Reads WebP, BMP and TIFF by plug-ins. */
final class PluginDecoder {
  private static final int RIFF_HEAD = 8;

  private PluginDecoder() {}

  static boolean isWebp(Encoded file) { return file.has(0, "RIFF") && file.has(RIFF_HEAD, "WEBP"); }

  static boolean isBmp(Encoded file) { return file.has(0, "BM"); }

  static boolean isTiff(Encoded file) { return file.has(0, "II*\0") || file.has(0, "MM\0*"); }

  static Images.Decoded webp(Encoded file, ImageReadMode mode) {
    if (Integer.toUnsignedLong(file.i32LittleEndian(4)) > file.length() - RIFF_HEAD) throw file.truncated();
    return decode(file, "webp", mode);
  }

  static Images.Decoded decode(Encoded file, String format, ImageReadMode mode) {
    BufferedImage image = Plugin.read(file, format, reader -> reader.read(0));
    return Images.Decoded
        .upright((isGrey(image.getColorModel()) ? grey(image) : colour(image)).in(mode, Samples.Luma.JPEG));
  }

  private static boolean isGrey(ColorModel model) {
    return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel);
  }

  /** Grey samples as the file holds them: {@code getRGB} would take them for linear light, and brighten them. */
  private static Samples grey(BufferedImage image) {
    Raster raster = image.getRaster();
    Samples samples = Samples.of(image.getWidth(), image.getHeight(), raster.getNumBands(),
        raster.getSampleModel().getSampleSize(0) == 16);
    int row = image.getWidth() * samples.channels();
    var pixels = new int[row];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, image.getWidth(), 1, pixels);
      for (int i = 0; i < row; i++) samples.set(y * row + i, pixels[i]);
    }
    return samples;
  }

  private static Samples colour(BufferedImage image) {
    int width = image.getWidth();
    int channels = image.getColorModel().hasAlpha() ? 4 : 3;
    Samples samples = Samples.of(width, image.getHeight(), channels, false);
    var row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int pixel = (y * width + x) * channels;
        for (int c = 0; c < 3; c++) samples.set(pixel + c, row[x] >> (16 - 8 * c));
        if (channels == 4) samples.set(pixel + 3, row[x] >> 24);
      }
    }
    return samples;
  }
}
