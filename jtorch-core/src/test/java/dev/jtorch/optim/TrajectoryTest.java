package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.Tolerance;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

  private static final Map<String, Function<List<Tensor>, Optimizer<?>>> MIXED = Map.of( //
      "sgd momentum", p -> new SGD(p, o -> o.lr(0.05).momentum(0.9)), //
      "sgd nesterov", p -> new SGD(p, o -> o.lr(0.05).momentum(0.9).nesterov(true).weightDecay(0.1)), //
      "adam", p -> new Adam(p, o -> o.lr(0.01)), //
      "adamw", p -> new AdamW(p, o -> o.lr(0.01).amsgrad(true)));

  /** As in Python, SGD goes on with the momentum that it has, and Adam does not go on. */
  @TestFactory Stream<DynamicTest> conversionBetweenSteps() {
    return OptimGolden.read("mixed.txt").entrySet().stream()
        .map(golden -> DynamicTest.dynamicTest(golden.getKey(), () -> {
          var run = new Trajectory(DType.FLOAT32, false);
          Optimizer<?> optimizer = MIXED.get(golden.getKey()).apply(run.params);
          Iterator<String> expected = golden.getValue().lines().iterator();
          for (int t = 1; t <= 8 && expected.hasNext(); t++) {
            if (t == 4) convert(run.params, DType.FLOAT64);
            if (t == 7) convert(run.params, DType.FLOAT32);
            run.gradients(t);
            if (t == 4 && optimizer instanceof Adam) {
              assertThat(expected.next()).isEqualTo("error at 4: expected dtype float for `end` but got dtype double");
              assertThatThrownBy(optimizer::step).isInstanceOf(TorchException.class)
                  .hasMessage(optimizer.getClass().getSimpleName() + ": exp_avg is torch.float32 and its parameter"
                      + " torch.float64 (expected: one dtype); adam.loadStateDict(adam.stateDict()) converts the state");
              optimizer.loadStateDict(optimizer.stateDict());
              optimizer.step();
              return;
            }
            optimizer.step();
            if (t != 3 && t != 4 && t != 6 && t != 8) continue;
            // the momentum stays float32, whatever the parameter is
            for (Tensor param : run.params) compare(param, expected.next(), Tolerance.ofSteps(DType.FLOAT32));
            if (optimizer instanceof Adam) continue;
            Tensor buffer = optimizer.state(run.params.get(0)).get(SGD.MOMENTUM_BUFFER);
            assertThat(t + " state: " + buffer.dtype()).isEqualTo(expected.next());
          }
          assertThat(expected.hasNext()).isFalse();
        }));
  }

  private static void convert(List<Tensor> params, DType dtype) {
    for (Tensor param : params) {
      param.grad(null);
      param.data(param.detach().to(dtype));
    }
  }

  /** A state that Python saved with names, loaded where the parameters come in another order. */
  @TestFactory Stream<DynamicTest> namedStateOfPython() {
    Map<String, String> golden = OptimGolden.read("named.txt");
    Map<?, ?> states = (Map<?, ?>) Checkpoint.load(GoldenFile.path("optim/named.pt")).value();
    return Stream.of("sgd", "adam").map(kind -> DynamicTest.dynamicTest(kind, () -> {
      var run = new Trajectory(DType.FLOAT32, false);
      List<String> steps = golden.get(kind + " steps").lines().toList();
      Optimizer<?> fresh = named(kind, run.params, List.of("conv.weight", "conv.bias"));
      assertThat(fresh).hasToString(golden.get(kind + " print"));
      assertThat(Python.repr(fresh.stateDict())).isEqualTo(golden.get(kind + " fresh"));
      Optimizer<?> optimizer = named(kind, run.params, List.of("conv.bias", "conv.weight"));
      for (int k = 0; k < 3; k++) set(run.params.get(k), steps.get(k));
      optimizer.loadStateDict(stateDict(states.get(kind)));
      assertThat(optimizer.paramGroups().get(0).names()).containsExactly("conv.bias", "conv.weight");
      for (int t = 4; t <= 5; t++) {
        run.gradients(t);
        optimizer.step();
      }
      for (int k = 0; k < 3; k++) compare(run.params.get(k), steps.get(3 + k));
    }));
  }

  private static Optimizer<?> named(String kind, List<Tensor> params, List<String> firstGroup) {
    Map<String, Tensor> first = new LinkedHashMap<>();
    for (String name : firstGroup) first.put(name, params.get(name.endsWith("weight") ? 0 : 1));
    Map<String, Tensor> second = Map.of("fc.weight", params.get(2));
    return kind.equals("sgd")
        ? new SGD(List.of(SGD.group(first), SGD.group(second)), o -> o.lr(0.05).momentum(0.9))
        : new Adam(List.of(Adam.group(first), Adam.group(second)), o -> o.lr(0.01));
  }

  private static void set(Tensor param, String line) {
    double[] values = numbers(line);
    try (var quiet = Torch.noGrad()) {
      param.copy_(Torch.tensor(values).reshape(param.shape().toLongArray()));
    }
  }

  @SuppressWarnings("unchecked") // a checkpoint's map has text for keys
  private static Map<String, Object> stateDict(Object value) {
    return (Map<String, Object>) value;
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void compare(Tensor param, String line) { compare(param, line, Tolerance.ofSteps(param.dtype())); }

  private static void compare(Tensor param, String line, Tolerance tolerance) {
    Tensor flat = param.detach();
    if (flat.isComplex()) flat = Torch.viewAsReal(flat);
    double[] actual = flat.to(DType.FLOAT64).flatten().toDoubleArray();
    double[] expected = numbers(line);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(tolerance.allows(actual[i], expected[i]))
          .as("element %d of step and parameter %s is %s (expected: %s)", i,
              line.substring(0, line.indexOf(':')), actual[i], expected[i])
          .isTrue();
    }
  }
}
