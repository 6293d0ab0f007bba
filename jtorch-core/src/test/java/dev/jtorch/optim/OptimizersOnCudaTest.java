package dev.jtorch.optim;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sixty steps on a CUDA device beside sixty on the CPU, which {@link TrajectoryTest} compares with Python's. */
@OnCuda
class OptimizersOnCudaTest {
  private static final Device GPU = Device.cuda(0);

  private static final Map<String, Function<List<Tensor>, Optimizer<?>>> CASES = Map.of( //
      "sgd", p -> new SGD(p, o -> o.lr(0.1)), //
      "nesterov", p -> new SGD(p, o -> o.lr(0.05).momentum(0.9).nesterov(true).weightDecay(0.1)), //
      "dampening", p -> new SGD(p, o -> o.lr(0.05).momentum(0.8).dampening(0.3).maximize(true)), //
      "adam", p -> new Adam(p, o -> o.lr(0.01).weightDecay(0.1)), //
      "amsgrad", p -> new Adam(p, o -> o.lr(0.01).amsgrad(true)), //
      "adamw", p -> new AdamW(p, o -> o.lr(0.02).betas(0.8, 0.95)));

  @TestFactory Stream<DynamicTest> sixtySteps() {
    return CASES.entrySet().stream()
        .flatMap(c -> Stream.of(DType.FLOAT32, DType.FLOAT64).flatMap(dtype -> Stream.of(false, true)
            .map(absent -> DynamicTest.dynamicTest(c.getKey() + " " + dtype + (absent ? " absent" : ""),
                () -> compare(c.getValue(), dtype, absent)))));
  }

  private static void compare(Function<List<Tensor>, Optimizer<?>> make, DType dtype, boolean absent) {
    var here = new Trajectory(dtype, absent);
    var there = new Trajectory(dtype, absent, GPU);
    Optimizer<?> first = make.apply(here.params);
    Optimizer<?> second = make.apply(there.params);
    for (int t = 1; t <= Trajectory.STEPS; t++) {
      here.gradients(t);
      there.gradients(t);
      first.step();
      second.step();
      if (t == Trajectory.STEPS / 2) { // states of the one serve the other
        Map<String, Object> state = first.stateDict();
        first.loadStateDict(second.stateDict());
        second.loadStateDict(state);
      }
    }
    for (int k = 0; k < here.params.size(); k++) {
      assertThat(there.params.get(k).cpu()).isCloseTo(here.params.get(k), new Tolerance(1e-4, 1e-5));
    }
  }
}
