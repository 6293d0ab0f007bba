package dev.jtorch.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The texts in a file that a {@code make.py} under {@code goldens} wrote, by name: a line {@code == name} before each. */
public final class GoldenTables {
  private final Map<String, String> tables = new HashMap<>();

  /** Reads the file of a name below {@code /golden}. */
  public GoldenTables(String file) {
    for (String block : ("\n" + GoldenFile.text(file)).split("\n== ")) {
      int end = block.indexOf('\n');
      if (end > 0) tables.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
    }
  }

  /** The text of a name, without a line end behind it. */
  public String table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  /** How many texts there are. */
  public int count() {
    return tables.size();
  }
}
