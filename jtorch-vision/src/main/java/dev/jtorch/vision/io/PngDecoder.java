package dev.jtorch.vision.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads PNG: all colour types and depths, interlaced or not.
 *
 * <p>The JDK's reader would do for pixels to look at. It takes memory for whatever length a chunk states, inflates text that
 * nobody asked for, and its answer to transparency depends on its version.
 */
final class PngDecoder {
  /** Adam7: the first column and row of each pass, and the steps to the next ones. */
  private static final int[][] PASSES = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
    {1, 0, 2, 2}, {0, 1, 1, 2}};
  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  private final PngHeader header;
  private final Samples samples;

  private PngDecoder(PngHeader header) {
    this.header = header;
    samples = Samples.of(header.width(), header.height(), header.channels(), header.depth() == 16);
  }

  static boolean matches(Encoded file) { return file.has(0, PngChunks.SIGNATURE); }

  static Images.Decoded decode(Encoded file, ImageReadMode mode) {
    var chunks = new PngChunks(file);
    Samples samples = new PngDecoder(chunks.header()).read(file, chunks);
    if (chunks.header().hasPalette() && mode != ImageReadMode.UNCHANGED) samples = coloured(samples, chunks);
    return new Images.Decoded(samples.in(mode, samples.wide() ? Samples.Luma.PNG16 : Samples.Luma.PNG),
        chunks.orientation());
  }

  private Samples read(Encoded file, PngChunks chunks) {
    try (InputStream inflated = new InflaterInputStream(chunks.pixels())) {
      var rows = new PngRows(file, inflated, header.pixelBytes());
      for (int[] pass : header.interlaced() ? PASSES : ONE_PASS) readPass(rows, pass[0], pass[1], pass[2], pass[3]);
      return samples;
    } catch (IOException e) {
      throw file.wrong("is damaged or cut off: its pixels cannot be inflated", e);
    }
  }

  private void readPass(PngRows rows, int left, int top, int stepX, int stepY) throws IOException {
    int columns = (header.width() - left + stepX - 1) / stepX;
    if (columns <= 0) return;
    var row = new byte[header.rowBytes(columns)];
    var above = new byte[row.length];
    for (int y = top; y < header.height(); y += stepY) {
      rows.read(row, above);
      for (int column = 0; column < columns; column++) unpack(row, column, y * header.width() + left + column * stepX);
      byte[] spare = above;
      above = row;
      row = spare;
    }
  }

  private void unpack(byte[] row, int column, int pixel) {
    int channels = header.channels();
    for (int c = 0; c < channels; c++) samples.set(pixel * channels + c, sample(row, column * channels + c));
  }

  private int sample(byte[] row, int i) {
    int depth = header.depth();
    if (depth == 8) return row[i];
    if (depth == 16) return (row[2 * i] & 0xff) << 8 | (row[2 * i + 1] & 0xff);
    int most = (1 << depth) - 1;
    int value = row[i * depth / 8] >> (8 - depth - i * depth % 8) & most;
    return header.hasPalette() ? value : value * 255 / most; // an index stays, grey becomes as bright as with 8 bits
  }

  /** Colours for indices, with alpha where the palette has it; black for indices beyond its end. */
  private static Samples coloured(Samples indices, PngChunks chunks) {
    byte[] palette = chunks.palette();
    byte[] alpha = chunks.transparency();
    int channels = alpha.length > 0 ? 4 : 3;
    Samples colours = indices.withChannels(channels);
    for (int i = 0; i < indices.pixels(); i++) {
      int index = indices.get(i);
      for (int c = 0; c < 3; c++) {
        if (3 * index < palette.length) colours.set(channels * i + c, palette[3 * index + c]);
      }
      if (channels == 4) colours.set(4 * i + 3, index < alpha.length ? alpha[index] : colours.white());
    }
    return colours;
  }
}
