package dev.jtorch.vision.io;

import java.io.IOException;
import java.io.InputStream;

/** Inflated rows of a PNG, with the prediction from their neighbours undone. */
final class PngRows {
  private final Encoded file;
  private final InputStream inflated;
  private final int distance;

  PngRows(Encoded file, InputStream inflated, int distance) {
    this.file = file;
    this.inflated = inflated;
    this.distance = distance;
  }

  /** Reads the row that follows {@code above}, which is black for the first one of a pass. */
  void read(byte[] row, byte[] above) throws IOException {
    int filter = inflated.read();
    if (filter < 0 || inflated.readNBytes(row, 0, row.length) < row.length) throw file.truncated();
    switch (filter) {
      case 0 -> {}
      case 1 -> addLeft(row);
      case 2 -> addAbove(row, above);
      case 3 -> addMean(row, above);
      case 4 -> addPaeth(row, above);
      default -> throw file.wrong("is damaged: a row has filter " + filter + " (expected: 0 to 4)");
    }
  }

  private void addLeft(byte[] row) {
    for (int i = distance; i < row.length; i++) row[i] += row[i - distance];
  }

  private static void addAbove(byte[] row, byte[] above) {
    for (int i = 0; i < row.length; i++) row[i] += above[i];
  }

  private void addMean(byte[] row, byte[] above) {
    for (int i = 0; i < row.length; i++) row[i] += (byte) ((left(row, i) + (above[i] & 0xff)) >> 1);
  }

  private void addPaeth(byte[] row, byte[] above) {
    for (int i = 0; i < row.length; i++) row[i] += (byte) paeth(left(row, i), above[i] & 0xff, left(above, i));
  }

  private int left(byte[] row, int i) { return i < distance ? 0 : row[i - distance] & 0xff; }

  /** Of the neighbours at the left, above, and above at the left, the one nearest to left + above - corner. */
  static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) return left;
    return toAbove <= toCorner ? above : corner;
  }
}
