package dev.jtorch.cli.train;

import dev.jtorch.vision.datasets.Digits;
import dev.jtorch.vision.datasets.FashionMnist;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which images to train on, as {@code --data} names them.
 *
 * @param kind the data set
 * @param folder where its files are; null for an embedded one
 */
record DataSource(Kind kind, @Nullable Path folder) {
  /** The data sets that {@code --data} knows. */
  enum Kind {
    DIGITS("digits", false), FASHION_MNIST("fashion-mnist", true), FOLDER("folder", true);

    private final String label;
    private final boolean inFolder;

    Kind(String label, boolean inFolder) {
      this.label = label;
      this.inFolder = inFolder;
    }

    @Override public String toString() { return label; }

    private String syntax() { return inFolder ? label + ":DIR" : label; }
  }

  static final DataSource DIGITS = new DataSource(Kind.DIGITS, null);

  private static final List<String> DIGIT_NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** How the sources are written, for messages. */
  static String syntax() {
    return String.join(" or ", Stream.of(Kind.values()).map(Kind::syntax).toList());
  }

  /** Reads the images. */
  ImageData load() {
    if (folder == null) return new ImageData(Digits.train(), Digits.test(), DIGIT_NAMES);
    if (kind == Kind.FOLDER) return FolderImages.read(folder);
    return new ImageData(FashionMnist.train(folder), FashionMnist.test(folder), FashionMnist.CLASSES);
  }

  /** {@return the source that the text names; null when it names none} */
  static @Nullable DataSource parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String folder = colon < 0 ? "" : text.substring(colon + 1);
    return Stream.of(Kind.values()).filter(kind -> kind.label.equals(name) && kind.inFolder == !folder.isEmpty())
        .map(kind -> new DataSource(kind, kind.inFolder ? Path.of(folder) : null)).findFirst().orElse(null);
  }

  @Override public String toString() { return folder == null ? kind.label : kind.label + ":" + folder; }
}
