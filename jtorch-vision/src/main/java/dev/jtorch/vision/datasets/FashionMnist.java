package dev.jtorch.vision.datasets;

import dev.jtorch.Tensor;
import dev.jtorch.data.Dataset;
import dev.jtorch.data.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Fashion-MNIST: 60,000 training and 10,000 test images of ten kinds of clothes, grey, 28 x 28.
 *
 * <p>An example's input has shape {@code (1, 28, 28)} and values from 0 to 1, as torchvision's {@code ToTensor} makes them; its
 * target is the number of the class.
 *
 * <p>Differs from torchvision: nothing is downloaded, and the pixels come as tensors.
 *
 * @see <a href="https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.FashionMNIST.html">
 *     torchvision.datasets.FashionMNIST</a>; <a href="https://arxiv.org/abs/1708.07747">Xiao et al. 2017</a>
 */
public final class FashionMnist {
  /** The names of the classes, in the order of their numbers. */
  public static final List<String> CLASSES =
      List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
          "Sneaker", "Bag", "Ankle boot");

  private FashionMnist() {}

  /**
   * Reads the training images from {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, each plain or with
   * {@code .gz}.
   *
   * @param folder where the files are, or torchvision's root, with them in {@code FashionMNIST/raw}
   * @throws DatasetException if a file is missing or damaged
   */
  public static Dataset<Example> train(Path folder) { return IdxImages.read(raw(folder), "train", CLASSES.size()); }

  /**
   * Reads the test images from {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}.
   *
   * @param folder as for {@link #train}
   * @throws DatasetException if a file is missing or damaged
   */
  public static Dataset<Example> test(Path folder) { return IdxImages.read(raw(folder), "t10k", CLASSES.size()); }

  /** The same as {@link #train(Path)}, with the inputs that a transform makes of the images. */
  public static Dataset<Example> train(Path folder, Function<? super Tensor, ? extends Tensor> transform) {
    return train(folder).map(sample -> sample.mapInput(transform));
  }

  /** The same as {@link #test(Path)}, with the inputs that a transform makes of the images. */
  public static Dataset<Example> test(Path folder, Function<? super Tensor, ? extends Tensor> transform) {
    return test(folder).map(sample -> sample.mapInput(transform));
  }

  private static Path raw(Path folder) {
    Path torchvision = folder.resolve("FashionMNIST").resolve("raw");
    return Files.isDirectory(torchvision) ? torchvision : folder;
  }
}
