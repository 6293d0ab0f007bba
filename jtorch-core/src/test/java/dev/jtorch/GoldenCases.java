package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.Tolerance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Expressions beside what Python printed for them: the files that {@code goldens/tensors/make.py} writes. A tensor's text
 * holds its values, dtype, shape and gradient function; an exception counts by its message.
 */
final class GoldenCases {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+\\.\\d*(?:e[-+]\\d+)?");

  private final String family;
  private final boolean rounded;
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final List<DynamicTest> tests = new ArrayList<>();

  private GoldenCases(String family, boolean rounded) {
    this.family = family;
    this.rounded = rounded;
    for (String block : GoldenFile.text("tensors/" + family + ".txt").split("\n== ")) {
      int end = block.indexOf('\n');
      if (!block.startsWith("#")) expected.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
    }
  }

  /** One test for each case that {@code add} names, and one that all of the file's cases are named. */
  static Stream<DynamicTest> of(String family, Consumer<GoldenCases> add) {
    return of(new GoldenCases(family, false), add);
  }

  /**
   * The same for a family whose numbers kernels compute: they may be off in the last digit, and 2 may be printed as 2.0000
   * where it is not exact. Whole numbers without a point are the same.
   */
  static Stream<DynamicTest> ofRounded(String family, Consumer<GoldenCases> add) {
    return of(new GoldenCases(family, true), add);
  }

  private static Stream<DynamicTest> of(GoldenCases cases, Consumer<GoldenCases> add) {
    var all = List.copyOf(cases.expected.keySet());
    add.accept(cases);
    cases.tests.add(DynamicTest.dynamicTest("all cases of " + cases.family + " have a test",
        () -> assertThat(cases.tests.stream().map(DynamicTest::getDisplayName)).containsAll(all)));
    return cases.tests.stream();
  }

  /** The expression's text must be the one in the file under this name. */
  void add(String name, Supplier<?> expression) {
    tests.add(DynamicTest.dynamicTest(name, () -> {
      assertThat(expected).as("cases of " + family).containsKey(name);
      Torch.manualSeed(0);
      try (var scope = Scope.open()) {
        check(outcome(expression), expected.get(name));
      }
    }));
  }

  private void check(String actual, String text) {
    if (!rounded) {
      assertThat(actual).isEqualTo(text);
      return;
    }
    assertThat(withoutDecimals(actual)).as(actual).isEqualTo(withoutDecimals(text));
    double[] is = decimals(actual);
    double[] should = decimals(text);
    for (int i = 0; i < is.length; i++) {
      assertThat(Tolerance.PRINTED.allows(is[i], should[i])).as("number %d of %s%nas in %s", i, actual, text).isTrue();
    }
  }

  /** Also without blanks, which make all numbers of a tensor equally wide. */
  private static String withoutDecimals(String text) {
    return DECIMAL.matcher(text).replaceAll("#").replaceAll("\\s+", "");
  }

  private static double[] decimals(String text) {
    return DECIMAL.matcher(text).results().mapToDouble(found -> Double.parseDouble(found.group())).toArray();
  }

  static Tensor longs(long... values) { return Torch.tensor(values); }

  /** As Python's list of floats: of the default dtype. */
  static Tensor floats(double... values) {
    return Torch.tensor(values, o -> o.dtype(DType.FLOAT32));
  }

  static Tensor booleans(boolean... values) { return Torch.tensor(values); }

  /** The gradient by {@code x} of the function's result, weighted by 1, 2, 3, .. */
  static Tensor gradient(UnaryOperator<Tensor> function, Tensor x) {
    Tensor leaf = x.detach().clone().requiresGrad_();
    Tensor result = function.apply(leaf);
    Tensor weights = Torch.arange(1, result.numel() + 1).to(result).reshape(result.shape().toLongArray());
    result.backward(weights);
    return Objects.requireNonNull(leaf.grad());
  }

  private static String outcome(Supplier<?> expression) {
    try {
      return text(expression.get());
    } catch (TorchException e) {
      return "error: " + e.getMessage();
    }
  }

  private static String text(Object value) {
    if (value instanceof Size size) return size.toString();
    if (value instanceof ValuesIndices pair) return text(List.of(pair.values(), pair.indices()));
    if (value instanceof List<?> list) return String.join("\n", list.stream().map(GoldenCases::text).toList());
    if (value instanceof Boolean b) return b ? "True" : "False";
    return value.toString();
  }
}
