package dev.jtorch.vision.transforms;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * Makes any image a square tensor of one size: shape {@code (C, side, side)}, float32 from 0 to 1.
 *
 * <p>The image is stretched where it is not square. Pixels are interpolated linearly, and averaged where the image shrinks, as
 * torchvision's {@code Resize((side, side), antialias=True)} does on tensors. Transparency is ignored, as by Pillow's
 * {@code convert("RGB")}.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Resize.html">
 *     torchvision.transforms.v2.Resize</a>
 */
public final class SquareTensor implements Function<BufferedImage, Tensor> {
  // ITU-R 601-2 luma, as in Pillow's convert("L")
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final int side;
  private final boolean grey;

  private SquareTensor(int side, boolean grey) {
    if (side < 1) throw new IllegalArgumentException("SquareTensor: side is " + side + " (expected: >= 1)");
    this.side = side;
    this.grey = grey;
  }

  /**
   * {@return the transform to shape {@code (3, side, side)}: red, green, blue}
   *
   * @throws IllegalArgumentException if the side is not positive
   */
  public static SquareTensor rgb(int side) { return new SquareTensor(side, false); }

  /**
   * {@return the transform to shape {@code (1, side, side)}: {@code 0.299 R + 0.587 G + 0.114 B}}
   *
   * @throws IllegalArgumentException if the side is not positive
   */
  public static SquareTensor grey(int side) { return new SquareTensor(side, true); }

  @Override public Tensor apply(BufferedImage image) {
    float[][] planes = Pixels.rgb(image);
    if (grey) planes = new float[][] {luma(planes)};
    var across = new LinearResampling(image.getWidth(), side);
    var down = new LinearResampling(image.getHeight(), side);
    var values = new float[planes.length * side * side];
    for (int c = 0; c < planes.length; c++) {
      float[] narrow = across.rows(planes[c], image.getHeight());
      System.arraycopy(down.columns(narrow, side), 0, values, c * side * side, side * side);
    }
    try (Tensor flat = Torch.tensor(values)) {
      return flat.reshape(planes.length, side, side);
    }
  }

  private static float[] luma(float[][] rgb) {
    var grey = new float[rgb[0].length];
    for (int i = 0; i < grey.length; i++) grey[i] = RED * rgb[0][i] + GREEN * rgb[1][i] + BLUE * rgb[2][i];
    return grey;
  }
}
