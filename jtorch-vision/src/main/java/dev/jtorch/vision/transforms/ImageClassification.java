package dev.jtorch.vision.transforms;

import dev.jtorch.FluentOptions;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What torchvision's classification networks were trained to see: the image resized, its middle cut out, from 0 to 1, and
 * normalised by ImageNet's means and deviations.
 *
 * <pre>{@code
 * Tensor x = new ImageClassification(224).apply(Images.readImage(photo, o -> o.mode(ImageReadMode.RGB)));
 * }</pre>
 *
 * <p>Shape: input {@code (.., 3, H, W)}, uint8 or floating point; output {@code (.., 3, cropSize, cropSize)}.
 *
 * <p>Differs from torchvision: nothing.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/models.html#using-the-pre-trained-models">the transforms of
 *     torchvision's weights</a>
 */
public final class ImageClassification implements UnaryOperator<Tensor> {
  private final long cropSize;
  private final Options options;
  private final Resize resize;
  private final CenterCrop crop;
  private final ToTensor toTensor = new ToTensor();
  private final Normalize normalize;

  /** With a shorter side of 256 before the crop, and ImageNet's normalisation. */
  public ImageClassification(long cropSize) {
    this(cropSize, o -> o);
  }

  /**
   * With other options.
   *
   * @throws dev.jtorch.ShapeException if a size is not positive
   */
  public ImageClassification(long cropSize, UnaryOperator<Options> with) {
    this.cropSize = cropSize;
    options = with.apply(new Options());
    resize = new Resize(options.resizeSize(),
        o -> o.interpolation(options.interpolation()).antialias(options.antialias()));
    crop = new CenterCrop(cropSize);
    normalize = new Normalize(options.mean(), options.std());
  }

  @Override public Tensor apply(Tensor image) {
    try (var scope = Scope.open()) {
      return normalize.apply(toTensor.apply(crop(image))).keep();
    }
  }

  /** {@return what the network sees of an image, before its values change: resized, and its middle cut out} */
  public Tensor crop(Tensor image) {
    try (var scope = Scope.open()) {
      return crop.apply(resize.apply(image)).keep();
    }
  }

  /** {@return torchvision's text} */
  @Override public String toString() {
    return "ImageClassification(\n    crop_size=[" + cropSize + "]\n    resize_size=[" + options.resizeSize()
        + "]\n    mean=" + text(options.mean()) + "\n    std=" + text(options.std())
        + "\n    interpolation=InterpolationMode." + options.interpolation() + "\n)";
  }

  private static String text(double[] values) {
    return Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  /** What differs between networks. */
  public static final class Options extends FluentOptions<Options> {
    private long resizeSize = 256;
    private double[] mean = {0.485, 0.456, 0.406};
    private double[] std = {0.229, 0.224, 0.225};
    private InterpolationMode interpolation = InterpolationMode.BILINEAR;
    private boolean antialias = true;

    /** The shorter side before the crop; default 256. */
    public Options resizeSize(long resizeSize) {
      return with(o -> o.resizeSize = resizeSize);
    }

    public long resizeSize() { return resizeSize; }

    /** Means of the channels; default ImageNet's. */
    public Options mean(double... mean) {
      return with(o -> o.mean = mean.clone());
    }

    public double[] mean() { return mean.clone(); }

    /** Standard deviations of the channels; default ImageNet's. */
    public Options std(double... std) {
      return with(o -> o.std = std.clone());
    }

    public double[] std() { return std.clone(); }

    /** How values between pixels are found; default bilinear. */
    public Options interpolation(InterpolationMode interpolation) {
      return with(o -> o.interpolation = interpolation);
    }

    public InterpolationMode interpolation() { return interpolation; }

    /** Whether all pixels count where the image shrinks; default true. */
    public Options antialias(boolean antialias) {
      return with(o -> o.antialias = antialias);
    }

    public boolean antialias() { return antialias; }
  }
}
