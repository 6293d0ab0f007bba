package dev.jtorch.jit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The archives that {@code goldens/jit/make.py} made. */
final class Archives {
  private Archives() {}

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Archives.class.getResource("/golden/jit/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
