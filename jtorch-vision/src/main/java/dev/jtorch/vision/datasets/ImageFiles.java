package dev.jtorch.vision.datasets;

import dev.jtorch.vision.datasets.ImageFolder.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the files of an {@link ImageFolder}. */
final class ImageFiles {
  /** Those of torchvision's that {@link dev.jtorch.vision.io.Images} reads, in its order. */
  private static final List<String> EXTENSIONS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp");

  /** Folder by folder, as torchvision sorts them. */
  private static final Comparator<Path> ORDER = Comparator.comparing((Path file) -> String.valueOf(file.getParent()))
      .thenComparing(file -> String.valueOf(file.getFileName()));

  private ImageFiles() {}

  /** {@return the names of the folders in a folder, sorted} */
  static List<String> classes(Path root) {
    if (!Files.isDirectory(root)) throw new DatasetException(root + " is no folder (expected: one folder per class)");
    try (Stream<Path> entries = Files.list(root)) {
      List<String> names =
          entries.filter(Files::isDirectory).map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
      if (names.isEmpty()) throw new DatasetException("Couldn't find any class folder in " + root + ".");
      return names;
    } catch (IOException e) {
      throw unreadable(root, e);
    }
  }

  /** {@return the images in all classes' folders, class by class} */
  static List<Sample> samples(Path root, List<String> classes) {
    var samples = new ArrayList<Sample>();
    var empty = new ArrayList<String>();
    for (int target = 0; target < classes.size(); target++) {
      List<Path> images = images(root.resolve(classes.get(target)));
      if (images.isEmpty()) empty.add(classes.get(target));
      for (Path image : images) samples.add(new Sample(image, target));
    }
    if (empty.isEmpty()) return List.copyOf(samples);
    throw new DatasetException("Found no valid file for the classes " + String.join(", ", empty)
        + ". Supported extensions are: " + String.join(", ", EXTENSIONS));
  }

  private static List<Path> images(Path folder) {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(file -> isImage(file) && Files.isRegularFile(file)).sorted(ORDER).toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  private static DatasetException unreadable(Path path, Exception cause) {
    return new DatasetException(path + " cannot be read: " + cause.getMessage(), cause);
  }
}
