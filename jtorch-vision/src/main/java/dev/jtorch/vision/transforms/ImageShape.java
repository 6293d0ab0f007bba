package dev.jtorch.vision.transforms;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;

/** What all transforms ask of an image. */
final class ImageShape {
  private ImageShape() {}

  /** Refuses what has no rows and columns. */
  static void require(String who, Tensor image) {
    if (image.dim() >= 2 && image.numel() > 0) return;
    throw new ShapeException(
        who + ": image has shape " + image.shape().inMessage() + " (expected: (.., H, W), not empty)");
  }
}
