package dev.jtorch;

import dev.jtorch.testing.GoldenFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the files that {@code goldens/operators/make.py} writes; their format is described there. */
final class GoldenOperators {
  /** The files of calls, and the interfaces whose operators they call. */
  static final Map<String, Class<?>> FAMILIES = Map.ofEntries(Map.entry("alias", AliasOps.class),
      Map.entry("arithmetic", ArithmeticOps.class), Map.entry("bitwise", BitwiseOps.class),
      Map.entry("clamp", ClampOps.class), Map.entry("comparison", ComparisonOps.class),
      Map.entry("complex", ComplexOps.class), Map.entry("cumulative", CumulativeOps.class),
      Map.entry("exponential", ExponentialOps.class), Map.entry("extrema", ExtremaOps.class),
      Map.entry("fused", FusedOps.class), Map.entry("logical", LogicalOps.class), Map.entry("math", MathOps.class),
      Map.entry("power", PowerOps.class), Map.entry("reduction", ReductionOps.class),
      Map.entry("special", SpecialOps.class), Map.entry("statistics", StatisticsOps.class),
      Map.entry("trigonometry", TrigonometryOps.class));

  private GoldenOperators() {}

  /** {@return all calls of a family} */
  static Stream<GoldenCall> calls(String family) {
    List<List<String>> blocks =
        Stream.of(GoldenFile.text("operators/" + family + ".txt").split("\n\n")).map(b -> b.lines().toList()).toList();
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
