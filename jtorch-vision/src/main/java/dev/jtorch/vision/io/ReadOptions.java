package dev.jtorch.vision.io;

/**
 * How an image is read.
 *
 * @param mode the channels; {@link ImageReadMode#UNCHANGED} unless said otherwise
 * @param applyExifOrientation whether a JPEG or PNG is turned and mirrored as its EXIF orientation says; no unless said
 *     otherwise
 */
public record ReadOptions(ImageReadMode mode, boolean applyExifOrientation) {
  static final ReadOptions DEFAULT = new ReadOptions(ImageReadMode.UNCHANGED, false);

  /** {@return these options with other channels} */
  public ReadOptions mode(ImageReadMode channels) {
    return new ReadOptions(channels, applyExifOrientation);
  }

  /** {@return these options, heeding or ignoring the EXIF orientation} */
  public ReadOptions applyExifOrientation(boolean apply) {
    return new ReadOptions(mode, apply);
  }
}
