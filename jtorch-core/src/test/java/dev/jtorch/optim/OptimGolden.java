package dev.jtorch.optim;

import dev.jtorch.testing.GoldenFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that {@code goldens/optim/make.py} writes: a title and what Python printed under it. */
public final class OptimGolden {
  private OptimGolden() {}

  /** {@return the file's texts by title} */
  public static Map<String, String> read(String file) {
    var texts = new LinkedHashMap<String, String>();
    for (String block : GoldenFile.text("optim/" + file).split("(^|\n)== ")) {
      int end = block.indexOf('\n');
      if (!block.startsWith("#")) texts.put(block.substring(0, end), block.substring(end + 1).strip());
    }
    return texts;
  }
}
