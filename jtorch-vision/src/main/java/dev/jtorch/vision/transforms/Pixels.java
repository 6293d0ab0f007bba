package dev.jtorch.vision.transforms;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** Reads the pixels of images of any kind. */
final class Pixels {
  private static final float WHITE = 255;

  private Pixels() {}

  /** {@return the red, green and blue plane, each row by row, from 0 to 1} */
  static float[][] rgb(BufferedImage image) {
    var model = image.getColorModel();
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel);
    return grey ? repeated(image) : split(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
        image.getWidth()));
  }

  /** Grey samples as the file holds them: {@code getRGB} would take them for linear light, and brighten them. */
  private static float[][] repeated(BufferedImage image) {
    float white = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    float[] plane = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (float[]) null);
    for (int i = 0; i < plane.length; i++) plane[i] /= white;
    return new float[][] {plane, plane, plane};
  }

  private static float[][] split(int[] argb) {
    var planes = new float[3][argb.length];
    for (int i = 0; i < argb.length; i++) {
      for (int c = 0; c < 3; c++) planes[c][i] = (argb[i] >> (16 - 8 * c) & 0xff) / WHITE;
    }
    return planes;
  }
}
