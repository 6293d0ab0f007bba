package dev.jtorch.vision.transforms;

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

  /**
   * What differs between networks.
   *
   * @param resizeSize the shorter side before the crop; 256 unless said otherwise
   * @param mean of the channels; ImageNet's unless said otherwise
   * @param std of the channels; ImageNet's unless said otherwise
   * @param interpolation bilinear unless said otherwise
   * @param antialias whether all pixels count where the image shrinks; yes unless said otherwise
   */
  public record Options(long resizeSize, double[] mean, double[] std, InterpolationMode interpolation,
      boolean antialias) {
    static final Options DEFAULT =
        new Options(256, new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225},
            InterpolationMode.BILINEAR, true);

    /** {@return these options with another shorter side} */
    public Options resizeSize(long side) {
      return new Options(side, mean, std, interpolation, antialias);
    }

    /** {@return these options with other means} */
    public Options mean(double... means) {
      return new Options(resizeSize, means, std, interpolation, antialias);
    }

    /** {@return these options with other deviations} */
    public Options std(double... deviations) {
      return new Options(resizeSize, mean, deviations, interpolation, antialias);
    }

    /** {@return these options with another interpolation} */
    public Options interpolation(InterpolationMode mode) {
      return new Options(resizeSize, mean, std, mode, antialias);
    }

    /** {@return these options with or without antialiasing} */
    public Options antialias(boolean on) {
      return new Options(resizeSize, mean, std, interpolation, on);
    }
  }
}
