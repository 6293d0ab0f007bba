package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.testing.Row;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator of the pointwise, comparison and reduction families against what real Python does. */
@Row({"S4-034", "S4-149", "S4-160"})
class OperatorsTest {
  static Stream<GoldenCall> calls() {
    return GoldenOperators.FILES.stream().flatMap(GoldenOperators::calls);
  }

  @ParameterizedTest
  @MethodSource("calls") void call_doesWhatPythonDoes(GoldenCall golden) throws Throwable {
    try (var scope = Scope.open()) {
      Map<String, Tensor> leaves = golden.leaves();
      var operands = new TreeMap<>(leaves);
      if (golden.inPlace()) operands.put(golden.receiver(), copy(leaves.get(golden.receiver())));
      JavaCall call = golden.javaCall(operands);
      Tensor receiver = operands.get(golden.receiver());
      if (!golden.outcome("!").isEmpty()) {
        checkError(golden, catchThrowable(() -> call.on(receiver)));
        return;
      }
      Object result = call.on(receiver);
      if (golden.inPlace()) assertThat(result).isSameAs(receiver);
      if (result instanceof Boolean) assertThat(golden.outcome("=")).containsExactly(result.toString());
      else checkTensors(golden, tensors(result), leaves);
    }
  }

  @Test void operators_allHaveACall() {
    var called = calls().map(c -> c.javaCall(c.leaves()).method()).collect(Collectors.toSet());
    var missing = GoldenOperators.FAMILIES.stream().flatMap(f -> Stream.of(f.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic() && !called.contains(m))
        .map(Method::toString)
        .toList();
    assertThat(missing).isEmpty();
  }

  private static void checkTensors(GoldenCall golden, List<Tensor> results, Map<String, Tensor> leaves) {
    List<String> expected = golden.outcome("=");
    assertThat(results).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) GoldenValues.parse(expected.get(i)).check(results.get(i));
    Tensor first = results.get(0);
    assertThat(golden.outcome("->")).isEqualTo(first.gradFn() == null ? List.of() : List.of(first.gradFn()));
    List<String> gradients = golden.outcome("d ");
    if (gradients.isEmpty()) return;
    first.backward(GoldenCall.upstream(first));
    for (String line : gradients) {
      GoldenValues.check(leaves.get(line.substring(0, 1)).grad(), line.substring(2).strip());
    }
  }

  private static void checkError(GoldenCall golden, Throwable error) {
    String expected = golden.outcome("!").get(0);
    int space = expected.indexOf(' ');
    assertThat(error).isInstanceOf(TorchException.class).hasMessage(expected.substring(space + 1));
    if (expected.startsWith("IndexError ")) assertThat(error).isInstanceOf(IndexException.class);
  }

  private static Tensor copy(Tensor leaf) { return leaf.dtype() == DType.BOOL ? leaf.logicalOr(leaf) : leaf.mul(1); }

  /** The components of a result that is a record of tensors. */
  private static List<Tensor> tensors(Object result) throws Throwable {
    if (result instanceof Tensor tensor) return List.of(tensor);
    var parts = new ArrayList<Tensor>();
    for (var part : result.getClass().getRecordComponents()) parts.add((Tensor) part.getAccessor().invoke(result));
    return parts;
  }
}
