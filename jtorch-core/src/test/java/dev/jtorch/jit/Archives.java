package dev.jtorch.jit;

import dev.jtorch.testing.GoldenFile;
import java.nio.file.Path;

/** The archives that {@code goldens/jit/make.py} made. */
final class Archives {
  private Archives() {}

  static Path path(String name) { return GoldenFile.path("jit/" + name); }

  static byte[] bytes(String name) { return GoldenFile.bytes("jit/" + name); }
}
