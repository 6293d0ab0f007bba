import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.examples.migration.Images;
import dev.jtorch.examples.migration.Networks;
import dev.jtorch.examples.migration.Operators;
import dev.jtorch.examples.migration.Tensors;
import dev.jtorch.examples.migration.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page "Python line -> Java line" holds what these programs hold, and they run. */
class MigrationTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/jtorch/examples/migration");
  private static final Path PAGE = Path.of("../docs/migration.md");
  private static final List<String> ORDER = List.of("Tensors", "Operators", "Networks", "Training", "Images");

  private static final Pattern SECTION = Pattern.compile("  /\\*\\* (.*) \\*/");
  private static final Pattern GIVEN = Pattern.compile(" +// given: (.*)");
  private static final Pattern ROW = Pattern.compile(" +(.*) // py: (.*)");

  @Test void everyLine_runs() throws Exception {
    Tensors.main(new String[0]);
    Operators.main(new String[0]);
    Networks.main(new String[0]);
    Training.main(new String[] {"../jtorch-core/src/test/resources/golden/jit/methods.pt"});
    Images.main(new String[0]);
  }

  /** With {@code -Djtorch.migration.write} the page is written again. */
  @Test void page_isWrittenFromTheSources() throws IOException {
    String page = page();
    if (System.getProperty("jtorch.migration.write") != null) Files.writeString(PAGE, page);
    assertThat(page).as("docs/migration.md, which -Djtorch.migration.write writes").isEqualTo(Files.readString(PAGE));
    assertThat(page.lines().filter(line -> line.startsWith("| `")).count()).isGreaterThan(300);
  }

  private static String page() throws IOException {
    var contents = new StringBuilder();
    var sections = new StringBuilder();
    for (String name : ORDER) {
      for (String line : Files.readAllLines(SOURCES.resolve(name + ".java"))) {
        Matcher section = SECTION.matcher(line);
        Matcher given = GIVEN.matcher(line);
        Matcher row = ROW.matcher(line);
        if (section.matches()) {
          String title = section.group(1);
          contents.append(contents.isEmpty() ? "[" : " ·\n[").append(title).append("](#").append(anchor(title)).append(")");
          sections.append("\n## ").append(title).append("\n\n| Python | Java |\n|---|---|\n");
        } else if (given.matches()) {
          int table = sections.lastIndexOf("| Python");
          sections.insert(table, "With `" + given.group(1).replace("; ", "`, `") + "`:\n\n");
        } else if (row.matches()) {
          sections.append("| ").append(code(row.group(2))).append(" | ").append(code(row.group(1))).append(" |\n");
        }
      }
    }
    return """
        # From PyTorch to JTorch, line by line

        Each Java line is compiled and run by the tests. It is cut from the programs in
        [jtorch-examples](../jtorch-examples/src/main/java/dev/jtorch/examples/migration), which also show the imports; on JDK 25
        `import module dev.jtorch;` replaces most of them. Names follow a rule, so that most lines can be guessed:

        - PyTorch's names in camel case; a trailing `_` changes the tensor in place.
        - Operators are methods: `x + y` is `x.add(y)`, `x @ y` is `x.matmul(y)`, `x[0]` is `x.get(0)`, `x[0] = 1` is `x.at(0).set(1)`.
        - Most methods of `Tensor` are free functions too: `x.exp()` and `Torch.exp(x)`.
        - Leading numbers stand where Python has them; all other arguments are named in a lambda: `o -> o.stride(2).bias(false)`.
        - A module is called with `call`.

        What PyTorch has and this page lacks may not exist yet: see [what is not there](guide.md#what-is-not-there).

        """ + contents + "\n" + sections;
  }

  private static String code(String line) {
    String shown = line.replaceFirst(";$", "").replace("|", "\\|");
    return "`" + shown + "`";
  }

  /** As GitHub makes anchors of headings. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }
}
