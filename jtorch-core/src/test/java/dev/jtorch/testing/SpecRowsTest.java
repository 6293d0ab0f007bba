package dev.jtorch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rows of the specification some test shows; prints those that none does. */
class SpecRowsTest {
  private static final Pattern ANNOTATION = Pattern.compile("@Row\\((\\{[^}]*\\}|\"[^\"]*\")\\)");
  private static final Pattern ID = Pattern.compile("\"(S\\d-\\d+)\"");
  /** Themes whose rows must all be shown; a theme is added when the work on it is done. */
  private static final Set<String> COMPLETE = Set.of("Tensors", "Module tree", "Containers", "Hooks", "Autograd",
      "Functional & layers", "State & checkpoints", "Models", "Summary", "Devices");

  private record SpecRow(String id, String theme, String title) {}

  @Test void rows_ofFinishedThemesAreAllShown() throws IOException {
    Set<String> cited = cited();
    List<SpecRow> rows = rows();
    assertThat(cited).as("cited ids that are not in the specification")
        .isSubsetOf(rows.stream().map(SpecRow::id).toList());
    Map<String, List<String>> missing = new TreeMap<>();
    for (SpecRow row : rows) {
      if (!cited.contains(row.id)) missing.computeIfAbsent(row.theme, t -> new ArrayList<>()).add(row.id);
    }
    missing.forEach((theme, ids) -> System.out.println("rows without a test, " + theme + ": " + String.join(" ", ids)));
    assertThat(missing).doesNotContainKeys(COMPLETE.toArray(String[]::new));
  }

  private static List<SpecRow> rows() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/spec/rows.tsv")).stream().map(line -> line.split("\t"))
        .map(cells -> new SpecRow(cells[0], cells[1], cells[2])).toList();
  }

  /** Ids in the tests of all modules, read from their sources, because no class path holds them all. */
  private static Set<String> cited() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Path source : testSources()) {
      Matcher annotation = ANNOTATION.matcher(Files.readString(source));
      while (annotation.find()) {
        Matcher id = ID.matcher(annotation.group());
        while (id.find()) ids.add(id.group(1));
      }
    }
    return ids;
  }

  private static List<Path> testSources() throws IOException {
    try (Stream<Path> all = Files.find(Path.of(".."), 20, (path, info) -> path.toString().contains("src/test/java")
        && path.toString().endsWith(".java"))) {
      return all.toList();
    }
  }
}
