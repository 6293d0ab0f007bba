package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer and loss of the table computes on a CUDA device what it computes on the CPU. */
@OnCuda
class LayersOnCudaTest {
  private static final Device GPU = Device.cuda(0);
  /** In float64; but LibTorch's kernels for hardsigmoid and hardswish have the sixth in float32. */
  private static final Tolerance NEAR = new Tolerance(1e-7, 1e-10);

  static Stream<LayerCase> cases() { return LayerCases.all(); }

  private static List<Tensor> inputs(LayerCase line, Device device) {
    return line.inputs(line.golden()).stream().map(Tensor::detach)
        .map(t -> t.isFloatingPoint() ? t.to(DType.FLOAT64).to(device).requiresGrad_() : t.to(device)).toList();
  }

  private static Module build(LayerCase line, Device device, boolean training) {
    Torch.manualSeed(0);
    Module module = line.make().get();
    return module.toDouble().to(device).train(training);
  }

  /** Clones, because a layer may change its input and a leaf must not be changed. */
  private static Tensor call(LayerCase line, Module module, List<Tensor> inputs, long seed) {
    Torch.manualSeed(seed);
    return line.call().apply(module, inputs.stream().map(Tensor::clone).toList());
  }

  private static boolean isRandom(LayerCase line) {
    List<Tensor> inputs = inputs(line, Device.CPU);
    Tensor one = call(line, build(line, Device.CPU, true), inputs, 1);
    return !one.equal(call(line, build(line, Device.CPU, true), inputs, 2));
  }

  @ParameterizedTest
  @MethodSource("cases") void call_onTheDevice_isTheCpus(LayerCase line) {
    for (boolean training : new boolean[] {false, true}) {
      if (training && isRandom(line)) continue;
      Module here = build(line, Device.CPU, training);
      Module there = build(line, GPU, training);
      List<Tensor> inputsHere = inputs(line, Device.CPU);
      List<Tensor> inputsThere = inputs(line, GPU);
      Tensor expected = call(line, here, inputsHere, 1);
      Tensor actual = call(line, there, inputsThere, 1);
      assertThat(actual.device()).isEqualTo(GPU);
      assertThat(actual.cpu()).isCloseTo(expected, NEAR);
      if (!expected.requiresGrad()) continue;
      Tensor gradient = Torch.rand(expected.shape().toLongArray(), o -> o.dtype(DType.FLOAT64));
      expected.backward(gradient);
      actual.backward(gradient.to(GPU));
      for (int i = 0; i < inputsHere.size(); i++) same(inputsThere.get(i).grad(), inputsHere.get(i).grad());
      Map<String, Parameter> parameters = there.namedParameters();
      here.namedParameters().forEach((key, p) -> same(parameters.get(key).grad(), p.grad()));
      Map<String, Tensor> state = there.stateDict();
      here.stateDict().forEach((key, value) -> assertThat(state.get(key).cpu()).isCloseTo(value, NEAR));
    }
  }

  private static void same(Tensor there, Tensor here) {
    assertThat(there == null).isEqualTo(here == null);
    if (here == null) return;
    assertThat(there.device()).isEqualTo(GPU);
    assertThat(there.cpu()).isCloseTo(here, NEAR);
  }
}
