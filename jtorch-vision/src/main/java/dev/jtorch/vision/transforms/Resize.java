package dev.jtorch.vision.transforms;

import dev.jtorch.DType;
import dev.jtorch.FluentOptions;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.functional.F;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Stretches or shrinks images to a size.
 *
 * <p>Where an image shrinks, each new pixel is a mean of all old ones under it, as with Pillow: uint8 images are Pillow's to one
 * level of grey. {@code antialias(false)} looks at the nearest ones only.
 *
 * <p>Shape: input {@code (.., H, W)}, output {@code (.., height, width)} of the same dtype.
 *
 * <p>Differs from torchvision: nothing.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Resize.html">
 *     torchvision.transforms.v2.Resize</a>
 */
public final class Resize implements UnaryOperator<Tensor> {
  private final long[] size;
  private final Options options;

  /** Makes the shorter side of an image this long, and keeps its proportions. */
  public Resize(long shorterSide) {
    this(shorterSide, o -> o);
  }

  /**
   * Makes the shorter side of an image this long, and keeps its proportions.
   *
   * @throws ShapeException if the side is not positive
   */
  public Resize(long shorterSide, UnaryOperator<Options> with) {
    this(new long[] {shorterSide}, with.apply(new Options()));
  }

  /** Makes images of this size, whatever their proportions. */
  public Resize(long height, long width) {
    this(height, width, o -> o);
  }

  /**
   * Makes images of this size, whatever their proportions.
   *
   * @throws ShapeException if a side is not positive
   */
  public Resize(long height, long width, UnaryOperator<Options> with) {
    this(new long[] {height, width}, with.apply(new Options()));
  }

  private Resize(long[] size, Options options) {
    for (long side : size) {
      if (side < 1) throw new ShapeException("Resize: size is " + side + " (expected: >= 1)");
    }
    this.size = size;
    this.options = options;
  }

  @Override public Tensor apply(Tensor image) {
    requireImage("Resize", image);
    long[] target = target(image.size(-2), image.size(-1));
    if (target[0] == image.size(-2) && target[1] == image.size(-1)) return image;
    try (var scope = Scope.open()) {
      Tensor batch = image.dim() == 4 ? image : image.reshape(-1, channels(image), image.size(-2), image.size(-1));
      Tensor resized = resized(batch, target);
      long[] shape = image.shape().toLongArray();
      System.arraycopy(target, 0, shape, shape.length - 2, 2);
      return resized.reshape(shape).keep();
    }
  }

  /** A dimension in which the kernel goes through memory at once, where the image has one. */
  private static long channels(Tensor image) {
    return image.dim() > 2 ? image.size(-3) : 1;
  }

  private long[] target(long height, long width) {
    if (size.length == 2) return size.clone();
    long shorter = Math.min(height, width);
    long longer = (long) ((double) (size[0] * Math.max(height, width)) / shorter);
    return height <= width ? new long[] {size[0], longer} : new long[] {longer, size[0]};
  }

  private Tensor resized(Tensor batch, long[] target) {
    DType dtype = batch.dtype();
    if (dtype == DType.UINT8 || dtype == DType.FLOAT32 || dtype == DType.FLOAT64) return interpolated(batch, target);
    Tensor result = interpolated(batch.to(DType.FLOAT32), target);
    return (dtype.isFloatingPoint() ? result : result.round()).to(dtype);
  }

  private Tensor interpolated(Tensor batch, long[] target) {
    InterpolationMode interpolation = options.interpolation();
    return F.interpolate(batch, o -> {
      var sized = o.size(target).mode(interpolation.mode());
      return interpolation.weighs() ? sized.alignCorners(false).antialias(options.antialias()) : sized;
    });
  }

  /** {@return torchvision's text} */
  @Override public String toString() {
    return "Resize(size=" + (size.length == 1 ? size[0] : "(" + size[0] + ", " + size[1] + ")") + ", interpolation="
        + options.interpolation().name().toLowerCase(Locale.ROOT).replace('_', '-') + ", max_size=None, antialias="
        + PythonNumbers.bool(options.antialias()) + ")";
  }

  /** How images are resized. */
  public static final class Options extends FluentOptions<Options> {
    private InterpolationMode interpolation = InterpolationMode.BILINEAR;
    private boolean antialias = true;

    /** Default bilinear otherwise. */
    public Options interpolation(InterpolationMode interpolation) {
      return with(o -> o.interpolation = interpolation);
    }

    public InterpolationMode interpolation() { return interpolation; }

    /** Whether all old pixels count where the image shrinks; default yes otherwise, and of no effect for the nearest pixel. */
    public Options antialias(boolean antialias) {
      return with(o -> o.antialias = antialias);
    }

    public boolean antialias() { return antialias; }
  }

  /** Requires rows and columns, which all transforms of images need. */
  static void requireImage(String who, Tensor image) {
    if (image.dim() >= 2 && image.numel() > 0) return;
    throw new ShapeException(
        who + ": image has shape " + image.shape().inMessage() + " (expected: (.., H, W), not empty)");
  }
}
