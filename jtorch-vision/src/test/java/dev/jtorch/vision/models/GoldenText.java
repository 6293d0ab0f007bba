package dev.jtorch.vision.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The texts that goldens/models/make.py wrote. */
final class GoldenText {
  private GoldenText() {}

  static String read(String name) {
    try (InputStream in = GoldenText.class.getResourceAsStream("/golden/models/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines below each heading, which begins with "== ". */
  static Map<String, List<String>> sections(String name) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>();
    for (String line : read(name).lines().toList()) {
      if (line.startsWith("== ")) sections.put(line.substring(3), section = new ArrayList<>());
      else section.add(line);
    }
    return sections;
  }
}
