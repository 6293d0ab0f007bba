package dev.jtorch.optim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that {@code goldens/optim/make.py} writes: a title and what Python printed under it. */
public final class OptimGolden {
  private OptimGolden() {}

  /** {@return the file's texts by title} */
  public static Map<String, String> read(String file) {
    var texts = new LinkedHashMap<String, String>();
    for (String block : text(file).split("(^|\n)== ")) {
      int end = block.indexOf('\n');
      if (!block.startsWith("#")) texts.put(block.substring(0, end), block.substring(end + 1).strip());
    }
    return texts;
  }

  private static String text(String file) {
    try (InputStream in = OptimGolden.class.getResourceAsStream("/golden/optim/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
