package dev.jtorch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No hand-written source file of any module grows into a giant. */
class FileLengthTest {
  private static final int LIMIT = 400;

  @Test void handWrittenFiles_areShort() throws IOException {
    var tooLong = new ArrayList<String>();
    for (Path file : handWritten(reactorRoot())) {
      long lines;
      try (var text = Files.lines(file)) {
        lines = text.count();
      }
      if (lines > LIMIT) tooLong.add(file + ": " + lines + " lines (expected: <= " + LIMIT + ")");
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<Path> handWritten(Path root) throws IOException {
    var files = new ArrayList<Path>();
    for (Path module : children(root))
      for (String sources : List.of("src/main/java", "src/test/java"))
        if (Files.isDirectory(module.resolve(sources))) files.addAll(javaFiles(module.resolve(sources)));
    assertThat(files).as("source files under %s", root).isNotEmpty();
    return files;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  /** Surefire tells the module's folder; an IDE starts in it. */
  private static Path reactorRoot() {
    Path folder = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) folder = folder.getParent();
    return folder;
  }
}
