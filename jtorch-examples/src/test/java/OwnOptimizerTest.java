import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.optim.GroupOptions;
import dev.jtorch.optim.NewGroup;
import dev.jtorch.optim.Optimizer;
import dev.jtorch.optim.scheduler.StepLR;
import dev.jtorch.testing.GoldenFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The optimizers of {@link OwnOptimizer}, which a user writes outside of JTorch's packages. */
class OwnOptimizerTest {
  private static Tensor pattern(int t, int modulus) {
    var values = new double[6];
    for (int i = 0; i < values.length; i++) values[i] = (7 * i + 13 * t) % modulus - modulus / 2;
    return Torch.tensor(values).reshape(2, 3);
  }

  private static Tensor start() { return pattern(0, 13).div(8).requiresGrad_(); }

  private static void step(Optimizer<?> optimizer, Tensor param, int t) {
    param.grad(param.detach().mul(0.5).add(pattern(t, 11).div(4)));
    optimizer.step();
  }

  /** Fifty steps, see goldens/optim/own.py. */
  @Test void adadelta_isPythons() {
    List<String> lines = GoldenFile.text("optim/adadelta.txt").lines().toList();
    Tensor param = start();
    var adadelta = new OwnOptimizer.Adadelta(List.of(param), o -> o.set("weight_decay", 0.1));
    for (int t = 1; t <= 50; t++) {
      step(adadelta, param, t);
      double[] expected = Arrays.stream(lines.get(t).split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
      assertThat(param.detach().flatten().toDoubleArray()).as("step %d", t).containsExactly(expected, Assertions.within(1e-12));
    }
    Map<?, ?> state = (Map<?, ?>) ((Map<?, ?>) adadelta.stateDict().get("state")).get(0);
    assertThat(state.entrySet().stream().map(e -> e.getKey() + "=" + ((Tensor) e.getValue()).shape().toLongArray().length)
        .collect(Collectors.joining(" "))).isEqualTo("step=0 square_avg=2 acc_delta=2");
    assertThat(lines.get(51)).isEqualTo("step=() square_avg=(2, 3) acc_delta=(2, 3)");
  }

  @Test void adadelta_goesOnFromItsSavedState() {
    Tensor whole = start();
    Tensor first = start();
    var uninterrupted = new OwnOptimizer.Adadelta(List.of(whole), o -> o.lr(0.7));
    var before = new OwnOptimizer.Adadelta(List.of(first), o -> o.lr(0.7).set("rho", 0.9));
    for (int t = 1; t <= 5; t++) step(uninterrupted, whole, t);
    for (int t = 1; t <= 5; t++) step(before, first, t);
    var file = new ByteArrayOutputStream();
    Torch.save(before.stateDict(), file);

    Tensor second = first.detach().clone().requiresGrad_();
    var after = new OwnOptimizer.Adadelta(List.of(second), o -> o);
    @SuppressWarnings("unchecked") var saved =
        (Map<String, ?>) Torch.load(new ByteArrayInputStream(file.toByteArray())).value();
    after.loadStateDict(saved);
    assertThat(after.paramGroups().get(0).lr()).isEqualTo(0.7);
    for (int t = 6; t <= 9; t++) step(uninterrupted, whole, t);
    for (int t = 6; t <= 9; t++) step(after, second, t);
    assertThat(second.equal(whole)).isTrue();
  }

  @Test void options_byName_printGroupAndFollowSchedulers() {
    Tensor a = start();
    Tensor b = start();
    var optimizer = new OwnOptimizer.Adadelta(List.of(a), o -> o);
    optimizer.addParamGroup(NewGroup.of(List.of(b), o -> o.lr(0.5).set("weight_decay", 1)));
    assertThat(optimizer).hasToString("""
        Adadelta (
        Parameter Group 0
            eps: 1e-06
            lr: 1.0
            rho: 0.9
            weight_decay: 0

        Parameter Group 1
            eps: 1e-06
            lr: 0.5
            rho: 0.9
            weight_decay: 1
        )""");
    var schedule = new StepLR(optimizer, 1, 0.1);
    optimizer.step();
    schedule.step();
    assertThat(optimizer.paramGroups().get(1).lr()).isEqualTo(0.05);
  }

  @Test void options_areChecked() {
    var options = new GroupOptions(1).add("rho", 0.9).add("betas", 0.9, 0.99).add("nesterov", false).add("size", 100);
    assertThat(options.set("betas", 0.5, 0.6).numbers("betas")).containsExactly(0.5, 0.6);
    assertThat(options.set("nesterov", true).flag("nesterov")).isTrue();
    assertThat(options.set("size", 7).number("size")).isEqualTo(7);
    assertRefused(() -> options.set("roh", 0.5),
        "GroupOptions: no option 'roh' (expected: one of lr, rho, betas, nesterov, size)");
    assertRefused(() -> options.number("nesterov"), "GroupOptions: nesterov is False (expected: a number)");
    assertRefused(() -> options.set("rho", true), "GroupOptions: rho is 0.9 (expected: True or False)");
    assertRefused(() -> options.set("betas", 0.5, 0.6, 0.7),
        "GroupOptions: betas is (0.5, 0.6, 0.7) (expected: a tuple of 2 numbers)");
  }

  @Test void lineSearch_descendsByManyEvaluationsAStep() {
    Tensor w = Torch.tensor(new double[] {-1.2, 1}).requiresGrad_();
    var search = new OwnOptimizer.LineSearch(List.of(w), 1);
    var evaluations = new ArrayList<Double>();
    Supplier<Tensor> rosenbrock = () -> {
      search.zeroGrad();
      Tensor x = w.get(0);
      Tensor y = w.get(1);
      Tensor loss = y.sub(x.square()).square().mul(100).add(x.mul(-1).add(1).square());
      loss.backward();
      evaluations.add(loss.item());
      return loss;
    };
    double last = Double.MAX_VALUE;
    for (int step = 0; step < 30; step++) {
      Tensor loss;
      try (var quiet = Torch.noGrad()) {
        loss = search.step(rosenbrock);
        assertThat(Torch.isGradEnabled()).isFalse();
      }
      assertThat(loss.item()).isLessThan(last);
      last = loss.item();
    }
    assertThat(evaluations.get(0)).isCloseTo(24.2, Assertions.within(1e-9));
    assertThat(evaluations).hasSizeGreaterThan(60);
    assertThat(last).isLessThan(4.5);
    assertThat(search.stepped()).isTrue();

    var resumed = new OwnOptimizer.LineSearch(List.of(w), 1);
    resumed.loadStateDict(search.stateDict());
    assertThat(resumed.step(rosenbrock).item()).isLessThan(last);
  }

  @Test void lineSearch_leavesNothingInTheUsersScope() {
    Tensor w = Torch.ones(3).requiresGrad_();
    var search = new OwnOptimizer.LineSearch(List.of(w), 1);
    Supplier<Tensor> square = () -> {
      search.zeroGrad();
      Tensor loss = w.square().sum();
      loss.backward();
      return loss;
    };
    search.step(square);
    try (var scope = Scope.open()) {
      Tensor loss = search.step(square);
      assertThat(scope.size()).isEqualTo(1);
      assertThat(loss.numel()).isEqualTo(1);
    }
  }

  @Test void lineSearch_withoutClosure_isRefused() {
    var search = new OwnOptimizer.LineSearch(List.of(start()), 1);
    assertRefused(search::step, "LineSearch: step has no closure (expected: step(closure), as the rule evaluates the loss"
        + " itself)");
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
