package dev.jtorch.vision.transforms;

import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Cuts the middle out of images; what is smaller than that gets a black border first.
 *
 * <p>Shape: input {@code (.., H, W)}, output {@code (.., height, width)}.
 *
 * <p>Differs from torchvision: nothing.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.CenterCrop.html">
 *     torchvision.transforms.v2.CenterCrop</a>
 */
public final class CenterCrop implements UnaryOperator<Tensor> {
  private final long height;
  private final long width;

  /**
   * Cuts out a square.
   *
   * @throws ShapeException if the side is not positive
   */
  public CenterCrop(long side) {
    this(side, side);
  }

  /**
   * Cuts out a rectangle.
   *
   * @throws ShapeException if a side is not positive
   */
  public CenterCrop(long height, long width) {
    if (height < 1 || width < 1) {
      throw new ShapeException("CenterCrop: size is (" + height + ", " + width + ") (expected: >= 1)");
    }
    this.height = height;
    this.width = width;
  }

  @Override public Tensor apply(Tensor image) {
    Resize.requireImage("CenterCrop", image);
    try (var scope = Scope.open()) {
      long across = Math.max(0, width - image.size(-1));
      long down = Math.max(0, height - image.size(-2));
      Tensor large = across + down == 0 ? image
          : F.pad(image, across / 2, (across + 1) / 2, down / 2, (down + 1) / 2);
      long top = half(large.size(-2) - height);
      long left = half(large.size(-1) - width);
      return large.narrow(-2, top, height).narrow(-1, left, width).keep();
    }
  }

  /** To the nearest whole number, and to the even one of two: Python's {@code round}. */
  private static long half(long rest) {
    return (long) Math.rint(rest / 2.0);
  }

  /** {@return torchvision's text} */
  @Override public String toString() {
    return "CenterCrop(size=(" + height + ", " + width + "))";
  }
}
