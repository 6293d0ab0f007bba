package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sixty steps beside Python's. */
class TrajectoryTest {
  private static final Map<String, UnaryOperator<SGDOptions>> SGD_CASES = Map.of( //
      "plain", o -> o.lr(0.1), //
      "momentum", o -> o.lr(0.05).momentum(0.9), //
      "dampening", o -> o.lr(0.05).momentum(0.8).dampening(0.3), //
      "nesterov", o -> o.lr(0.05).momentum(0.9).nesterov(true), //
      "decay", o -> o.lr(0.05).momentum(0.9).weightDecay(0.1), //
      "maximize", o -> o.lr(0.01).momentum(0.5).weightDecay(0.1).maximize(true), //
      "groups", o -> o.lr(0.05).momentum(0.9), //
      "absent", o -> o.lr(0.05).momentum(0.9).weightDecay(0.1), //
      "rates", o -> o.lr(0.1).momentum(0.9));

  private static final Map<String, UnaryOperator<AdamOptions>> ADAM_CASES = Map.of( //
      "plain", o -> o.lr(0.01), //
      "amsgrad", o -> o.lr(0.01).amsgrad(true), //
      "decay", o -> o.lr(0.01).weightDecay(0.1), //
      "betas", o -> o.lr(0.02).betas(0.8, 0.95).eps(1e-4), //
      "maximize", o -> o.lr(0.01).weightDecay(0.15).maximize(true), //
      "groups", o -> o.lr(0.01), //
      "absent", o -> o.lr(0.01).weightDecay(0.1), //
      "rates", o -> o.lr(0.02).amsgrad(true));

  private static final Map<String, UnaryOperator<AdamOptions>> ADAMW_CASES = Map.of( //
      "plain", o -> o.lr(0.01), //
      "amsgrad", o -> o.lr(0.01).weightDecay(0.2).amsgrad(true).maximize(true), //
      "absent", o -> o.lr(0.01));

  private interface Maker<O extends OptimizerOptions<O>> {
    Optimizer<O> make(List<NewGroup<O>> groups, UnaryOperator<O> with);
  }

  @TestFactory Stream<DynamicTest> sgd() {
    return cases("sgd.txt", SGD_CASES, o -> o.lr(0.02).momentum(0).weightDecay(0.01), SGD::new);
  }

  @TestFactory Stream<DynamicTest> adam() {
    return cases("adam.txt", ADAM_CASES, o -> o.lr(0.002).weightDecay(0.01), Adam::new);
  }

  @TestFactory Stream<DynamicTest> adamW() { return cases("adamw.txt", ADAMW_CASES, o -> o, AdamW::new); }

  private static <O extends OptimizerOptions<O>> Stream<DynamicTest> cases(String file,
      Map<String, UnaryOperator<O>> options, UnaryOperator<O> second, Maker<O> maker) {
    return OptimGolden.read(file).entrySet().stream().map(golden -> DynamicTest.dynamicTest(golden.getKey(), () -> {
      String[] title = golden.getKey().split(" ");
      DType dtype = DType.valueOf(title[1].toUpperCase(Locale.ROOT));
      var run = new Trajectory(dtype, title[0].equals("absent"));
      UnaryOperator<O> ofSecond = title[0].equals("groups") ? second : o -> o;
      List<NewGroup<O>> groups = List.of(new NewGroup<>(run.params.subList(0, 1), o -> o),
          new NewGroup<>(run.params.subList(1, 3), ofSecond));
      Optimizer<O> optimizer = maker.make(groups, options.get(title[0]));
      compare(optimizer, run, title[0].equals("rates"), golden.getValue());
    }));
  }

  private static void compare(Optimizer<?> optimizer, Trajectory run, boolean rates, String golden) {
    var expected = golden.lines().toList();
    int next = 0;
    for (int t = 1; t <= Trajectory.STEPS; t++) {
      run.gradients(t);
      if (rates && t % 20 == 0) optimizer.paramGroups().forEach(group -> group.lr(group.lr() * 0.5));
      optimizer.step();
      for (int k = 0; k < 3 && next < expected.size() && expected.get(next).startsWith(t + " "); k++) {
        compare(run.params.get(k), expected.get(next++));
      }
    }
    assertThat(next).isEqualTo(expected.size());
  }

  private static void compare(Tensor param, String line) {
    Tensor flat = param.detach();
    if (flat.isComplex()) flat = Torch.viewAsReal(flat);
    double[] actual = flat.to(DType.FLOAT64).flatten().toDoubleArray();
    double[] expected = Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ")).mapToDouble(Double::parseDouble)
        .toArray();
    assertThat(actual).hasSameSizeAs(expected);
    Tolerance tolerance = Tolerance.ofSteps(param.dtype());
    for (int i = 0; i < actual.length; i++) {
      assertThat(tolerance.allows(actual[i], expected[i]))
          .as("element %d of step and parameter %s is %s (expected: %s)", i,
              line.substring(0, line.indexOf(':')), actual[i], expected[i])
          .isTrue();
    }
  }
}
