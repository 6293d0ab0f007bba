package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class StateDictTest {
  private static final Map<String, Function<List<Tensor>, Optimizer<?>>> CASES = Map.of( //
      "sgd", p -> new SGD(List.of(SGD.group(p.subList(0, 2)), SGD.group(p.subList(2, 3))), o -> o), //
      "sgd momentum", p -> new SGD(List.of(SGD.group(p.subList(0, 2)), SGD.group(p.subList(2, 3))),
          o -> o.lr(1).momentum(0.9).weightDecay(1e-4)), //
      "adam", p -> new Adam(List.of(Adam.group(p.subList(0, 2)), Adam.group(p.subList(2, 3))), o -> o), //
      "adam amsgrad", p -> new Adam(List.of(Adam.group(p.subList(0, 2)), Adam.group(p.subList(2, 3))),
          o -> o.lr(0.01).amsgrad(true)), //
      "adamw", p -> new AdamW(List.of(AdamW.group(p.subList(0, 2)), AdamW.group(p.subList(2, 3))), o -> o));

  private static List<Tensor> params() {
    return List.of(Torch.ones(2).requiresGrad_(), Torch.ones(3).requiresGrad_(), Torch.ones(1).requiresGrad_());
  }

  @Row("S4-092")
  @TestFactory Stream<DynamicTest> textAsInPython() {
    Map<String, String> golden = OptimGolden.read("states.txt");
    return CASES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      List<Tensor> params = params();
      Optimizer<?> optimizer = e.getValue().apply(params);
      assertThat(optimizer).hasToString(golden.get(e.getKey() + " print"));
      assertThat(Python.repr(optimizer.stateDict())).isEqualTo(golden.get(e.getKey() + " fresh"));
      params.get(0).grad(Torch.ones(2));
      params.get(2).grad(Torch.ones(1));
      optimizer.step();
      assertThat(Python.repr(optimizer.stateDict())).isEqualTo(golden.get(e.getKey() + " stepped"));
    }));
  }

  @Row({"S4-083", "S4-084"})
  @TestFactory Stream<DynamicTest> loadStateDict_goesOnBitForBit(@TempDir Path dir) {
    return CASES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      List<Tensor> params = params();
      Optimizer<?> optimizer = e.getValue().apply(params);
      for (int t = 0; t < 5; t++) step(optimizer, params, t);
      List<Tensor> others = copy(params);
      Optimizer<?> resumed = e.getValue().apply(others);
      Path file = dir.resolve("state.pt");
      try (var scope = Scope.open()) {
        Checkpoint.save(optimizer.stateDict(), file);
        resumed.loadStateDict(stateOf(file));
      }
      for (int t = 5; t < 10; t++) {
        step(optimizer, params, t);
        step(resumed, others, t);
      }
      for (int i = 0; i < 3; i++) assertThat(others.get(i).equal(params.get(i))).isTrue();
      assertThat(Python.repr(resumed.stateDict())).isEqualTo(Python.repr(optimizer.stateDict()));
    }));
  }

  @SuppressWarnings("unchecked") // a checkpoint's map has text for keys
  private static Map<String, Object> stateOf(Path file) {
    return (Map<String, Object>) Checkpoint.load(file).value();
  }

  private static void step(Optimizer<?> optimizer, List<Tensor> params, int t) {
    for (int k = 0; k < params.size(); k++) {
      params.get(k).grad(k == 1 && t % 2 == 0 ? null : params.get(k).detach().mul(0.5).add(t % 3 - 1.25));
    }
    optimizer.step();
  }

  private static List<Tensor> copy(List<Tensor> params) {
    return params.stream().map(p -> p.detach().clone().requiresGrad_()).toList();
  }

  @Test void loadStateDict_castsStateToParameter_andCopiesIt() {
    Tensor single = Torch.ones(2).requiresGrad_();
    single.grad(Torch.ones(2));
    var source = new Adam(List.of(single));
    source.step();
    Tensor wide = Torch.ones(new long[] {2}, o -> o.dtype(DType.FLOAT64)).requiresGrad_();
    var adam = new Adam(List.of(wide));
    adam.loadStateDict(source.stateDict());
    assertThat(tensor(adam, 0, "exp_avg").dtype()).isEqualTo(DType.FLOAT64);
    assertThat(tensor(adam, 0, "step").dtype()).isEqualTo(DType.FLOAT32);

    double before = tensor(adam, 0, "exp_avg").sum().item();
    source.step();
    assertThat(tensor(adam, 0, "exp_avg").sum().item()).isEqualTo(before);
  }

  private static Tensor tensor(Optimizer<?> optimizer, int param, String name) {
    return (Tensor) ((Map<?, ?>) ((Map<?, ?>) optimizer.stateDict().get("state")).get(param)).get(name);
  }

  @Test void loadStateDict_keepsWhatOptionsDoNotKnow() {
    var adam = new Adam(params());
    Map<String, Object> state = adam.stateDict();
    group(state).put("fused", true);
    group(state).put("initial_lr", 0.5);
    group(state).put("name", "backbone");
    adam.loadStateDict(state);
    assertThat(Python.repr(adam.stateDict())).contains("'fused': True, 'decoupled_weight_decay': False, "
        + "'initial_lr': 0.5, 'name': 'backbone', 'params': [0, 1, 2]");
  }

  @Test void loadStateDict_adamIntoAdamW_staysAdamW() {
    var adamW = new AdamW(params());
    adamW.loadStateDict(new Adam(params(), o -> o.lr(0.5).weightDecay(0.1)).stateDict());
    assertThat(adamW.paramGroups().get(0).options())
        .isEqualTo(new AdamOptions().lr(0.5).weightDecay(0.1).decoupledWeightDecay(true));
  }

  @SuppressWarnings("unchecked") private static Map<String, Object> group(Map<String, Object> state) {
    return ((List<Map<String, Object>>) state.get("param_groups")).get(0);
  }

  @Row("S4-083")
  @Test void loadStateDict_groupsDiffer() {
    List<Tensor> p = params();
    var one = new SGD(p);
    assertError(() -> one.loadStateDict(new SGD(p.subList(0, 2)).stateDict()),
        "SGD: loaded state dict contains a parameter group that doesn't match the size of optimizer's group: "
            + "group 0 has 2 parameters (expected: 3)");
    var two = new SGD(List.of(SGD.group(p.subList(0, 1)), SGD.group(p.subList(1, 3))), o -> o);
    assertError(() -> one.loadStateDict(two.stateDict()),
        "SGD: loaded state dict has a different number of parameter groups: 2 (expected: 1)");
  }

  private static final String BY_ORDER = " (expected: the state of an optimizer of the same parameters); parameters are"
      + " matched by their order here, and by their names where the optimizers of both sides were made with"
      + " namedParameters()";

  @Test void loadStateDict_ofParametersInAnotherOrder_listsWhatDoesNotFit_andChangesNothing() {
    List<Tensor> p = params();
    var source = stepped(new SGD(p, o -> o.momentum(0.9)), p);
    List<Tensor> others = List.of(p.get(1), p.get(0), p.get(2));
    var sgd = stepped(new SGD(others, o -> o.lr(0.5).momentum(0.8)), p);
    String before = Python.repr(sgd.stateDict());
    assertError(() -> sgd.loadStateDict(source.stateDict()),
        "SGD: loaded state dict has 2 size mismatches: momentum_buffer of 0 is (2,) in the state, (3,) here,"
            + " momentum_buffer of 1 is (3,) in the state, (2,) here" + BY_ORDER);
    assertThat(Python.repr(sgd.stateDict())).isEqualTo(before);
    List<Tensor> many = Stream.generate(() -> Torch.ones(2).requiresGrad_()).limit(14).toList();
    List<Tensor> wide = Stream.generate(() -> Torch.ones(3).requiresGrad_()).limit(14).toList();
    var adam = new Adam(wide);
    assertThatThrownBy(() -> adam.loadStateDict(stepped(new Adam(many), many).stateDict()))
        .hasMessageStartingWith(
            "Adam: loaded state dict has 28 size mismatches: exp_avg of 0 is (2,) in the state, (3,)"
                + " here, exp_avg_sq of 0 is")
        .hasMessageEndingWith("exp_avg_sq of 4 is (2,) in the state, (3,) here and 18 more" + BY_ORDER);
  }

  @Test void loadStateDict_namesAreMatched_orRefusedTogether() {
    List<Tensor> p = params();
    var source = stepped(new SGD(names(p, "a", "b", "c"), o -> o.momentum(0.9)), p);
    var sgd = new SGD(names(List.of(p.get(2), p.get(0), p.get(1)), "c", "a", "b"));
    sgd.loadStateDict(source.stateDict());
    for (Tensor param : p) assertThat(sgd.state(param).get("momentum_buffer").shape()).isEqualTo(param.shape());
    assertThat(Python.repr(sgd.stateDict())).contains("'param_names': ['c', 'a', 'b']");
    var other = new SGD(names(p, "a", "x", "y"));
    assertError(() -> other.loadStateDict(source.stateDict()),
        "SGD: loaded state dict has 2 missing parameters: x, y; 2"
            + " unexpected parameters: b, c (expected: the state of an optimizer of the same parameters)");
    var fewer = new SGD(names(List.of(p.get(1)), "a"));
    assertError(() -> fewer.loadStateDict(source.stateDict()),
        "SGD: loaded state dict has 2 unexpected parameters: b, c; 1 size mismatch: momentum_buffer of a is (2,) in the"
            + " state, (3,) here (expected: the state of an optimizer of the same parameters)");
    Map<String, Object> damaged = source.stateDict();
    group(damaged).put("params", List.of(0, 1));
    assertError(() -> sgd.loadStateDict(damaged), "SGD: loaded state dict contains a parameter group that doesn't match"
        + " the size of its param_names: group 0 has 2 parameters (expected: 3)");
    group(damaged).put("param_names", List.of(1));
    assertError(() -> sgd.loadStateDict(damaged),
        "SGD: loaded parameter group 0: param_names is [1] (expected: a list of names)");
  }

  @Test void loadStateDict_namesOnOneSide_matchesByOrder() { // and keeps the names, as in Python
    List<Tensor> p = params();
    var unnamed = new SGD(p);
    var named = new SGD(names(p, "a", "b", "c"));
    named.loadStateDict(unnamed.stateDict());
    assertThat(named.paramGroups().get(0).names()).containsExactly("a", "b", "c");
    unnamed.loadStateDict(named.stateDict());
    assertThat(unnamed.paramGroups().get(0).names()).containsExactly("a", "b", "c");
    assertError(() -> unnamed.addParamGroup(SGD.group(List.of(Torch.ones(1).requiresGrad_()))),
        "SGD: cannot add param group without names to the optimizer (expected: all param groups with names, or all"
            + " without)");
  }

  /** A factored second moment, as Adafactor has it. */
  private static final class Factored extends Optimizer<SGDOptions> {
    Factored(List<Tensor> params) {
      super(params, new SGDOptions());
    }

    @Override protected void update(ParamGroup<SGDOptions> group) {
      group.params().forEach(param -> state(param).put("row", Torch.ones(1)));
    }

    @Override protected boolean stateFits(String name, Tensor loaded, Tensor param) {
      return name.equals("row") || super.stateFits(name, loaded, param);
    }
  }

  @Test void loadStateDict_optimizerWithStateOfOtherShapes() {
    List<Tensor> p = params();
    var source = new Factored(p);
    source.step();
    var factored = new Factored(p);
    factored.loadStateDict(source.stateDict());
    assertThat(Python.repr(factored.stateDict())).isEqualTo(Python.repr(source.stateDict()));
    var sgd = new SGD(p);
    assertError(() -> sgd.loadStateDict(source.stateDict()), "SGD: loaded state dict has 2 size mismatches: row of 0 is"
        + " (1,) in the state, (2,) here, row of 1 is (1,) in the state, (3,) here" + BY_ORDER);
  }

  private static Map<String, Tensor> names(List<Tensor> params, String... names) {
    var map = new LinkedHashMap<String, Tensor>();
    for (int i = 0; i < names.length; i++) map.put(names[i], params.get(i));
    return map;
  }

  private static <O extends Optimizer<?>> O stepped(O optimizer, List<Tensor> params) {
    for (Tensor param : params) param.grad(Torch.onesLike(param));
    optimizer.step();
    return optimizer;
  }

  @Test void loadStateDict_noStateDict_changesNothing() {
    var sgd = new SGD(params(), o -> o.lr(0.5));
    String shape = " (expected: 'state' and 'param_groups', as stateDict() gives them)";
    assertError(() -> sgd.loadStateDict(Map.of()), "SGD: loaded state dict has no list 'param_groups'" + shape);
    Map<String, Object> state = new SGD(params(), o -> o.lr(0.1)).stateDict();
    state.remove("state");
    assertError(() -> sgd.loadStateDict(state), "SGD: loaded state dict has no dict 'state'" + shape);
    state.put("state", Map.of(0, Map.of("momentum_buffer", 3)));
    assertError(() -> sgd.loadStateDict(state),
        "SGD: loaded state 0: momentum_buffer is 3 (expected: a tensor)");
    state.put("state", Map.of());
    group(state).put("momentum", "much");
    assertError(() -> sgd.loadStateDict(state),
        "SGD: loaded parameter group 0: momentum is much (expected: a number)");
    group(state).put("params", null);
    assertError(() -> sgd.loadStateDict(state),
        "SGD: loaded parameter group 0: params is None (expected: a list of numbers)");
    assertThat(sgd.paramGroups().get(0).lr()).isEqualTo(0.5);
  }

  @Test void step_stateOfAnotherOptimizer() {
    List<Tensor> p = params();
    for (Tensor param : p) param.grad(Torch.onesLike(param));
    var sgd = new SGD(p, o -> o.momentum(0.9));
    sgd.step();
    var adam = new Adam(p);
    Map<String, Object> state = adam.stateDict();
    state.put("state", sgd.stateDict().get("state"));
    adam.loadStateDict(state);
    assertError(adam::step, "optimizer: state has no step, only [momentum_buffer] "
        + "(expected: a state of the same kind of optimizer with the same options)");
    state.put("state", Map.of(0, Map.of("step", 3)));
    adam.loadStateDict(state);
    assertError(adam::step, "optimizer: state has no exp_avg, only [step] "
        + "(expected: a state of the same kind of optimizer with the same options)");
  }

  @Test void stateDict_belongsToNoScope() {
    List<Tensor> p = params();
    for (Tensor param : p) param.grad(Torch.onesLike(param));
    var adam = new Adam(p);
    Map<String, Object> state;
    try (var scope = Scope.open()) {
      adam.step();
      state = adam.stateDict();
      assertThat(scope.size()).isZero();
    }
    adam.step();
    var sums = new ArrayList<Double>();
    ((Map<?, ?>) state.get("state")).values()
        .forEach(s -> sums.add(((Tensor) ((Map<?, ?>) s).get("exp_avg")).sum().item()));
    assertThat(sums).hasSize(3);
  }

  private static void assertError(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
