package dev.jtorch.vision.io;

/**
 * What a decoder found in a file.
 *
 * @param samples in the channels that were asked for
 * @param orientation how the camera was held, as EXIF numbers it
 */
record Decoded(Samples samples, int orientation) {
  /** Of a file that does not say how the camera was held. */
  static Decoded upright(Samples samples) {
    return new Decoded(samples, ExifOrientation.NORMAL);
  }
}
