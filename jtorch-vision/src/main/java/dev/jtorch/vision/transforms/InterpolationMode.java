package dev.jtorch.vision.transforms;

import dev.jtorch.nn.functional.InterpolateMode;

/**
 * How {@link Resize} finds a pixel between those of the image.
 *
 * <p>Differs from torchvision: Pillow's box, Hamming and Lanczos filters, which torchvision has for Pillow's images only, are not
 * here.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.InterpolationMode.html">
 *     torchvision.transforms.InterpolationMode</a>
 */
public enum InterpolationMode {
  /** The nearest pixel, as OpenCV finds it. */
  NEAREST(InterpolateMode.NEAREST),
  /** The nearest pixel, as Pillow finds it. */
  NEAREST_EXACT(InterpolateMode.NEAREST_EXACT),
  /** On lines through the neighbours. */
  BILINEAR(InterpolateMode.BILINEAR),
  /** On cubic curves through the neighbours. */
  BICUBIC(InterpolateMode.BICUBIC);

  private final InterpolateMode mode;

  InterpolationMode(InterpolateMode mode) {
    this.mode = mode;
  }

  InterpolateMode mode() { return mode; }

  /** Whether it weighs several pixels, and so can weigh more of them where the image shrinks. */
  boolean weighs() {
    return this == BILINEAR || this == BICUBIC;
  }
}
