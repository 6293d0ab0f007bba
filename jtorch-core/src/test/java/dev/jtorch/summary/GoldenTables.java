package dev.jtorch.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jtorch.testing.GoldenFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The tables in a file that goldens/summary/make.py wrote, by name. */
final class GoldenTables {
  private final Map<String, String> tables = new HashMap<>();

  GoldenTables(String file) {
    for (String block : new String(GoldenFile.bytes("summary/" + file), UTF_8).split("\n== ")) {
      int end = block.indexOf('\n');
      if (end >= 0) tables.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
    }
  }

  String table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  int count() {
    return tables.size();
  }
}
