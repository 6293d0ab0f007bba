package dev.jtorch.optim.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.optim.OptimGolden;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.Python;
import dev.jtorch.optim.SGD;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SchedulersTest {
  private static final Map<String, Function<Optimizer<?>, LRScheduler>> CASES = Map.of( //
      "step", o -> new StepLR(o, 7), //
      "step gamma", o -> new StepLR(o, 3, with -> with.gamma(0.7)), //
      "multi step", o -> new MultiStepLR(o, List.of(4, 9, 9, 20), with -> with.gamma(0.5)), //
      "exponential", o -> new ExponentialLR(o, 0.9), //
      "cosine", o -> new CosineAnnealingLR(o, 10), //
      "cosine minimum", o -> new CosineAnnealingLR(o, 8, with -> with.etaMin(0.01)), //
      "linear", LinearLR::new, //
      "linear down", o -> new LinearLR(o, with -> with.startFactor(1).endFactor(0.2).totalIters(12)));

  private static SGD sgd() {
    Tensor a = Torch.ones(1).requiresGrad_();
    Tensor b = Torch.ones(1).requiresGrad_();
    return new SGD(List.of(SGD.group(List.of(a)), SGD.group(List.of(b), o -> o.lr(0.05))), o -> o.lr(0.1));
  }

  @TestFactory Stream<DynamicTest> rates_asInPython() {
    Map<String, String> golden = OptimGolden.read("schedulers.txt");
    assertThat(golden.keySet()).isEqualTo(CASES.keySet());
    return CASES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      List<String> lines = golden.get(e.getKey()).lines().toList();
      Optimizer<?> optimizer = sgd();
      LRScheduler scheduler = e.getValue().apply(optimizer);
      assertState(scheduler, lines.get(0));
      for (String line : lines.subList(1, lines.size() - 2)) {
        assertRates(scheduler.lastLr(), line);
        optimizer.step();
        scheduler.step();
      }
      assertState(scheduler, lines.get(lines.size() - 2));
      assertThat(lines.get(lines.size() - 1)).contains("'initial_lr': 0.05, 'params'");
      assertThat(Python.repr(optimizer.stateDict())).contains("'initial_lr': 0.05, 'params'");
    }));
  }

  private static void assertRates(List<Double> actual, String line) {
    String[] expected = line.split(" ");
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i)).isCloseTo(Double.parseDouble(expected[i]), offset(1e-15));
    }
  }

  /** All but the rates themselves to the letter. */
  private static void assertState(LRScheduler scheduler, String line) {
    String state = line.substring(line.indexOf(' ') + 1);
    assertThat(Python.repr(scheduler.stateDict()).replaceFirst("_last_lr.*", ""))
        .isEqualTo(state.replaceFirst("_last_lr.*", ""));
  }

  @TestFactory Stream<DynamicTest> loadStateDict_goesOn(@TempDir Path dir) {
    return CASES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      Optimizer<?> optimizer = sgd();
      LRScheduler scheduler = e.getValue().apply(optimizer);
      optimizer.step();
      for (int i = 0; i < 5; i++) scheduler.step();
      Path file = dir.resolve("state.pt");
      Checkpoint.save(Map.of("optimizer", optimizer.stateDict(), "scheduler", scheduler.stateDict()), file);

      SGD again = sgd();
      LRScheduler resumed = e.getValue().apply(again);
      resumed.loadStateDict(Checkpoint.load(file).map("scheduler"));
      again.loadStateDict(Checkpoint.load(file).map("optimizer"));
      again.step();
      for (int i = 0; i < 10; i++) {
        assertThat(resumed.lastLr()).isEqualTo(scheduler.lastLr());
        scheduler.step();
        resumed.step();
      }
      assertThat(resumed.stateDict()).isEqualTo(scheduler.stateDict());
    }));
  }

  @Test void lastEpoch_resumesFromLoadedOptimizer() {
    Optimizer<?> optimizer = sgd();
    var scheduler = new StepLR(optimizer, 2);
    optimizer.step();
    for (int i = 0; i < 3; i++) scheduler.step();

    SGD again = sgd();
    again.loadStateDict(optimizer.stateDict());
    var resumed = new StepLR(again, 2, o -> o.lastEpoch(3));
    scheduler.step();
    assertThat(resumed.lastEpoch()).isEqualTo(4);
    assertThat(resumed.lastLr()).isEqualTo(scheduler.lastLr());
  }

  @Test void step_addedGroup_joinsAtItsOwnRate() {
    Optimizer<?> optimizer = sgd();
    var scheduler = new ExponentialLR(optimizer, 0.5);
    ((SGD) optimizer).addParamGroup(SGD.group(List.of(Torch.ones(1).requiresGrad_()), o -> o.lr(8)));
    optimizer.step();
    scheduler.step();
    assertThat(scheduler.lastLr()).containsExactly(0.05, 0.025, 4.0);
  }

  @Test void construct_badSettings() {
    Optimizer<?> optimizer = sgd();
    assertError(() -> new StepLR(optimizer, 0), "StepLR: stepSize is 0 (expected: > 0)");
    assertError(() -> new CosineAnnealingLR(optimizer, 0), "CosineAnnealingLR: tMax is 0 (expected: > 0)");
    assertError(() -> new LinearLR(optimizer, o -> o.startFactor(0)),
        "LinearLR: startFactor is 0.0 (expected: greater than 0 and at most 1)");
    assertError(() -> new LinearLR(optimizer, o -> o.endFactor(2)),
        "LinearLR: endFactor is 2.0 (expected: between 0 and 1)");
    assertError(() -> new StepLR(sgd(), 3, o -> o.lastEpoch(4)),
        "StepLR: param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with lastEpoch 4 "
            + "(expected: an optimizer whose state was loaded); load it first, or start at epoch -1");
  }

  @Test void loadStateDict_missingValue() {
    var scheduler = new StepLR(sgd(), 3);
    Map<String, Object> state = scheduler.stateDict();
    state.remove("gamma");
    assertError(() -> scheduler.loadStateDict(state),
        "StepLR: loaded state dict: gamma is None (expected: a number)");
  }

  private static void assertError(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
