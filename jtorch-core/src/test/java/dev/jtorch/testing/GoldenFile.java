package dev.jtorch.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file that a {@code make.py} under {@code goldens} wrote, by its name below {@code /golden}. */
public final class GoldenFile {
  private GoldenFile() {}

  public static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(GoldenFile.class.getResource("/golden/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }

  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String name) { return new String(bytes(name), UTF_8); }
}
