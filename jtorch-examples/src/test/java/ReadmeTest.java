import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java line of the README, the guide and its chapters stands in an example that the tests run. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TABLE_CELL = Pattern.compile("^\\| `[^|]*` \\| `(.*)` \\|$", Pattern.MULTILINE);

  @Test void code_isCutFromExamples() throws IOException {
    String examples = squeeze(sources());
    for (Path document : List.of(Path.of("../README.md"), Path.of("../docs/guide.md"), Path.of("../docs/own-optimizer.md"))) {
      String text = Files.readString(document);
      for (Pattern pattern : List.of(BLOCK, TABLE_CELL)) {
        Matcher code = pattern.matcher(text);
        while (code.find()) assertThat(examples).as(document.toString()).contains(squeeze(code.group(1)));
      }
    }
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(f -> f.toString().endsWith(".java")).map(ReadmeTest::read).collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blanks and line ends do not count: the formatter breaks lines otherwise than a document does. */
  private static String squeeze(String code) {
    return code.replaceAll("\\s+", "");
  }
}
