package dev.jtorch.vision.io;

/**
 * Which channels an image is read as.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.io.ImageReadMode.html">
 *     torchvision.io.ImageReadMode</a>
 */
public enum ImageReadMode {
  /** As the file has them. */
  UNCHANGED(0),
  /** Grey. */
  GRAY(1),
  /** Grey and alpha. */
  GRAY_ALPHA(2),
  /** Red, green and blue. */
  RGB(3),
  /** Red, green, blue and alpha. */
  RGB_ALPHA(4);

  private final int channels;

  ImageReadMode(int channels) {
    this.channels = channels;
  }

  /** {@return the number of channels, where the mode decides it} */
  int channels() { return channels; }
}
