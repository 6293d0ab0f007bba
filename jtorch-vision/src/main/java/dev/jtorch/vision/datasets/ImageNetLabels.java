package dev.jtorch.vision.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The names of ImageNet's 1,000 classes, in the order of the outputs of networks that were trained on it.
 *
 * <p>They are those of torchvision's weights: {@code weights.meta["categories"]}.
 */
public final class ImageNetLabels {
  private static final List<String> LABELS = read();

  private ImageNetLabels() {}

  private static List<String> read() {
    try (InputStream in = ImageNetLabels.class.getResourceAsStream("imagenet.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return all names, by the number of their class} */
  public static List<String> all() {
    return LABELS;
  }

  /**
   * {@return the name of a class}
   *
   * @throws IndexOutOfBoundsException if there is no class of this number
   */
  public static String of(int index) { return LABELS.get(index); }
}
