package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that hold for every layer and loss of the table. */
@ExtendWith(OneThread.class)
class LayerTableTest {
  private static final int BUILD_SEED = 0;
  private static final int CALL_SEED = 1;

  static Stream<LayerCase> cases() { return LayerCases.all(); }

  private static Module build(LayerCase line) {
    Torch.manualSeed(BUILD_SEED);
    return line.make().get();
  }

  /** With Python's initial values to the last bit, so that what is computed from them can be compared. */
  private static Module buildAsInPython(LayerCase line) {
    Module module = build(line);
    module.loadStateDict(line.golden().tensors("state."));
    return module;
  }

  /** Clones, because a layer may change its input and a leaf must not be changed. */
  private static Tensor call(LayerCase line, Module module, List<Tensor> inputs) {
    Torch.manualSeed(CALL_SEED);
    return line.call().apply(module, clones(inputs));
  }

  private static List<Tensor> clones(List<Tensor> inputs) { return inputs.stream().map(Tensor::clone).toList(); }

  @ParameterizedTest
  @MethodSource("cases")
  @Row("S2-005") void state_hasPythonsKeysAndInitialValues(LayerCase line) {
    Golden golden = line.golden();
    Map<String, Tensor> state = build(line).stateDict();
    assertThat(String.join("\n", state.keySet())).isEqualTo(golden.text("keys"));
    state.forEach((key, value) -> {
      Tensor expected = golden.tensor("state." + key);
      assertThat(value).isCloseTo(expected, Tolerance.ofRandom(expected));
    });
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Row("S5-008") void toString_isPythons(LayerCase line) {
    assertThat(build(line).toString()).isEqualTo(line.golden().text("repr"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Row({"S5-003", "S4-047"}) void call_inTraining_givesPythonsOutputGradientsAndBuffers(LayerCase line) {
    Golden golden = line.golden();
    Module module = buildAsInPython(line);
    List<Tensor> inputs = line.inputs(golden);
    Tensor output = call(line, module, inputs);
    assertThat(output).isCloseTo(golden.tensor("output"));
    output.backward(golden.tensor("gradient"));
    golden.tensors("grad.input.")
        .forEach((at, gradient) -> assertThat(inputs.get(Integer.parseInt(at)).grad()).isCloseTo(gradient));
    module.namedParameters().forEach((key, p) -> assertThat(p.grad()).isCloseTo(golden.tensor("grad." + key)));
    module.namedBuffers().forEach((key, b) -> assertThat(b).isCloseTo(golden.tensor("after." + key)));
  }

  @ParameterizedTest
  @MethodSource("cases") void call_inEvaluationAndInFloat64_givesPythonsOutput(LayerCase line) {
    Golden golden = line.golden();
    Module module = buildAsInPython(line);
    List<Tensor> inputs = line.inputs(golden);
    Map<String, Tensor> buffers = golden.tensors("after."); // what training has left behind
    module.namedBuffers().forEach((key, buffer) -> buffer.copy_(buffers.get(key)));
    module.eval();
    assertThat(call(line, module, inputs)).isCloseTo(golden.tensor("eval"));
    module.toDouble();
    List<Tensor> doubles = inputs.stream().map(t -> t.isFloatingPoint() ? t.to(DType.FLOAT64) : t).toList();
    assertThat(call(line, module, doubles)).isCloseTo(golden.tensor("float64"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Row("S2-003") void call_isItsFunctionBitForBit(LayerCase line) {
    List<Tensor> inputs = line.inputs(line.golden());
    for (boolean training : new boolean[] {true, false}) {
      Tensor output = call(line, build(line).train(training), inputs);
      Module other = build(line).train(training);
      Torch.manualSeed(CALL_SEED);
      assertThat(line.twin().apply(other, clones(inputs))).isIdenticalTo(output);
    }
  }

  @ParameterizedTest
  @MethodSource("cases") void thousandSteps_leaveNoTensorsBehind(LayerCase line) {
    Golden golden = line.golden();
    Module module = build(line);
    List<Tensor> inputs = line.inputs(golden);
    Tensor gradient = golden.tensor("gradient");
    steps(10, line, module, inputs, gradient);
    long before = MemoryStats.now().liveTensors();
    steps(1000, line, module, inputs, gradient);
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before); // less where the collector has run
  }

  private static void steps(int count, LayerCase line, Module module, List<Tensor> inputs, Tensor gradient) {
    for (int i = 0; i < count; i++) {
      try (var step = Scope.open()) {
        module.zeroGrad();
        line.call().apply(module, clones(inputs)).backward(gradient);
      }
    }
  }
}
