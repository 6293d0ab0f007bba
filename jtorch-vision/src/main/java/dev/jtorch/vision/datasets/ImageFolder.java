package dev.jtorch.vision.datasets;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import dev.jtorch.vision.io.ImageException;
import dev.jtorch.vision.io.ImageReadMode;
import dev.jtorch.vision.io.Images;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Images in one folder for each class: {@code root/cat/1.png}, {@code root/cat/more/2.jpg}, {@code root/dog/3.png}.
 *
 * <p>The names of the folders, sorted, are the classes; the images of a class are its files ending in {@code .jpg},
 * {@code .jpeg}, {@code .png}, {@code .bmp}, {@code .tif}, {@code .tiff} or {@code .webp}, whatever the case, at any depth. An
 * example's input is what the transform makes of the image in red, green and blue, its target the number of the class, int64
 * without dimensions. Images are read when they are asked for, on any thread.
 *
 * <p>Differs from torchvision: {@code .ppm} and {@code .pgm} files do not count, and images are tensors where torchvision's are
 * Pillow's.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html">
 *     torchvision.datasets.ImageFolder</a>
 */
public final class ImageFolder implements Dataset<Example> {
  private final Function<? super Tensor, Tensor> transform;
  private final List<String> classes;
  private final List<Sample> samples;

  /**
   * An image that has not been read yet.
   *
   * @param path of its file
   * @param target the number of its class
   */
  public record Sample(Path path, int target) {
  }

  /**
   * Finds the images, whose inputs are then uint8 of shape {@code (3, H, W)}; reads none.
   *
   * @param root the folder that holds the classes' folders
   * @throws DatasetException if the root is no folder or holds none, or a class has no image
   */
  public ImageFolder(Path root) {
    this(root, image -> image);
  }

  /**
   * Finds the images; reads none.
   *
   * @param root the folder that holds the classes' folders
   * @param transform from an image, uint8 of shape {@code (3, H, W)}, to an example's input
   * @throws DatasetException if the root is no folder or holds none, or a class has no image
   */
  public ImageFolder(Path root, Function<? super Tensor, Tensor> transform) {
    this.transform = transform;
    classes = ImageFiles.classes(root);
    samples = ImageFiles.samples(root, classes);
  }

  /** {@return the names of the classes, in the order of their numbers} */
  public List<String> classes() {
    return classes;
  }

  /** {@return the numbers of the classes by name, in their order} */
  public Map<String, Integer> classToIdx() {
    var numbers = new LinkedHashMap<String, Integer>();
    for (String name : classes) numbers.put(name, numbers.size());
    return numbers;
  }

  /** {@return all files and their classes, in the order of the examples} */
  public List<Sample> samples() {
    return samples;
  }

  @Override public long size() { return samples.size(); }

  /**
   * Reads an image and transforms it.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   * @throws ImageException if its file is no image, or damaged
   */
  @Override public Example get(long index) {
    Sample sample = samples.get(Math.toIntExact(index));
    Tensor image = Images.readImage(sample.path(), o -> o.mode(ImageReadMode.RGB));
    return new Example(transform.apply(image), Torch.tensor((long) sample.target()));
  }
}
