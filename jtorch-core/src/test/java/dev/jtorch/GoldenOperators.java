package dev.jtorch;

import dev.jtorch.testing.GoldenFile;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files that {@code goldens/operators/make.py} writes; their format is described there. */
final class GoldenOperators {
  /** The files of calls. */
  static final List<String> FILES =
      List.of("alias", "arithmetic", "bitwise", "clamp", "comparison", "complex", "cumulative",
          "exponential", "extrema", "fused", "logical", "math", "power", "reduction", "special", "statistics",
          "trigonometry");
  /** The interfaces whose operators they call, each of them. */
  static final List<Class<?>> FAMILIES =
      List.of(AliasOps.class, ArithmeticOps.class, LogicalOps.class, ComparisonOps.class, MathOps.class,
          ReductionOps.class);

  private GoldenOperators() {}

  /** {@return all calls of a file} */
  static Stream<GoldenCall> calls(String file) {
    List<List<String>> blocks =
        Stream.of(GoldenFile.text("operators/" + file + ".txt").split("\n\n")).map(b -> b.lines().toList()).toList();
    var tensors = new HashMap<String, GoldenValues>();
    for (String line : blocks.get(0)) {
      if (line.startsWith("tensor ")) tensors.put(line.substring(7, 8), GoldenValues.parse(line.substring(9)));
    }
    return blocks.stream().skip(1).map(lines -> new GoldenCall(lines.get(0), tensors, lines.subList(1, lines.size())));
  }

  /** {@return the lines of a file that are no comments} */
  static Stream<String> lines(String file) {
    return GoldenFile.text("operators/" + file).lines().filter(line -> !line.startsWith("#"));
  }
}
