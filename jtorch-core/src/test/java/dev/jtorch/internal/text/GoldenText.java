package dev.jtorch.internal.text;

import dev.jtorch.testing.GoldenFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files that {@code goldens/text/make.py} writes. */
final class GoldenText {
  private GoldenText() {}

  /** {@return the lines of a file that are neither empty nor a comment} */
  static Stream<String> lines(String file) {
    return GoldenFile.text("text/" + file).lines().filter(line -> !line.isEmpty() && !line.startsWith("#"));
  }

  /** {@return the tensors of a file} */
  static Stream<GoldenTensor> tensors(String file) {
    return Stream.of(GoldenFile.text("text/" + file).split("\n\n")).filter(block -> block.startsWith("case:"))
        .map(GoldenText::tensor);
  }

  /** {@return a double from Python's text} */
  static double number(String text) {
    return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
  }

  private static GoldenTensor tensor(String block) {
    var fields = new LinkedHashMap<String, String>();
    var text = new ArrayList<String>();
    for (String line : List.of(block.split("\n"))) {
      if (line.startsWith("|")) {
        text.add(line.substring(1));
      } else {
        int colon = line.indexOf(':');
        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return new GoldenTensor(fields, text.stream().collect(Collectors.joining("\n")));
  }
}
