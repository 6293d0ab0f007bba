package dev.jtorch.vision.io;

import dev.jtorch.FluentOptions;

/** How an image is read. */
public final class ReadOptions extends FluentOptions<ReadOptions> {
  private ImageReadMode mode = ImageReadMode.UNCHANGED;
  private boolean applyExifOrientation = false;

  /** The channels; default {@link ImageReadMode#UNCHANGED} otherwise. */
  public ReadOptions mode(ImageReadMode mode) {
    return with(o -> o.mode = mode);
  }

  public ImageReadMode mode() { return mode; }

  /** Whether a JPEG or PNG is turned and mirrored as its EXIF orientation says; default false. */
  public ReadOptions applyExifOrientation(boolean applyExifOrientation) {
    return with(o -> o.applyExifOrientation = applyExifOrientation);
  }

  public boolean applyExifOrientation() { return applyExifOrientation; }
}
