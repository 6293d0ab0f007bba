package dev.jtorch.jit;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Complex;
import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.MemoryPressure;
import dev.jtorch.io.Tuple;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TorchScript archives against what Python computes with them. */
class JitTest {
  private static final Golden GOLDEN = Golden.load("jit/results");

  private static ScriptModule load(String name) { return Jit.load(Archives.path(name + ".pt")); }

  private static String lines(Iterable<String> names) {
    return String.join("\n", StreamSupport.stream(names.spliterator(), false).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "cnn"}) void names_arePythons(String name) {
    ScriptModule net = load(name);
    assertThat(lines(net.stateDict().keySet())).isEqualTo(GOLDEN.text(name + ".state"));
    assertThat(lines(net.namedParameters().keySet())).isEqualTo(GOLDEN.text(name + ".parameters"));
    assertThat(lines(net.namedBuffers().keySet())).isEqualTo(GOLDEN.text(name + ".buffers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "methods"}) void text_isPythons(String name) {
    assertThat(load(name)).hasToString(GOLDEN.text(name + ".text"));
  }

  @Test void forward_withControlFlow() {
    ScriptModule net = load("loops");
    net.eval();
    for (int i = 0; i < 2; i++) {
      assertThat((Tensor) net.call(GOLDEN.tensor("loops.x" + i))).isCloseTo(GOLDEN.tensor("loops.y" + i));
    }
    assertThat(net.getBuffer("calls").itemLong()).isEqualTo(2);
    Tensor output = (Tensor) net.call(GOLDEN.tensor("loops.x1"));
    output.sum().backward();
    assertThat(net.getParameter("first.weight").grad()).isCloseTo(GOLDEN.tensor("loops.grad"));
    assertThat(net.getParameter("again.weight")).isSameAs(net.getParameter("first.weight"));
  }

  @Test void forward_ofATrace_andItsConversion() {
    ScriptModule net = load("cnn");
    Tensor x = GOLDEN.tensor("cnn.x");
    assertThat((Tensor) net.call(x)).isCloseTo(GOLDEN.tensor("cnn.y"));
    net.to(DType.FLOAT64);
    assertThat(net.getBuffer("bn.running_mean").dtype()).isEqualTo(DType.FLOAT64);
    assertThat((Tensor) net.call(x.toDouble())).isCloseTo(GOLDEN.tensor("cnn.double"));
  }

  @Test void modes_reachTheScript() {
    ScriptModule net = load("loops");
    Tensor x = Torch.ones(1, 3).mul(0.1);
    assertThat(net.training()).isTrue();
    assertThat(net.getModule("drop").training()).isTrue();
    net.eval();
    Tensor first = (Tensor) net.call(x);
    assertThat((Tensor) net.call(x)).isIdenticalTo(first);
    net.train();
    boolean dropped = false;
    for (int i = 0; i < 20; i++) dropped |= !((Tensor) net.call(x)).equal(first);
    assertThat(dropped).isTrue();
    assertThat(load("cnn").training()).isFalse();
  }

  @Test void training_andLoadingAState_changeTheScriptsOwnTensors() {
    ScriptModule net = load("loops");
    net.eval();
    assertThat(net.getParameter("frozen").requiresGrad()).isFalse();
    Tensor x = GOLDEN.tensor("loops.x0");
    Tensor before = (Tensor) net.call(x);
    var state = load("loops").stateDict();
    ((Tensor) net.call(x)).sum().backward();
    new SGD(net.parameters(), o -> o.lr(0.5)).step();
    assertThat(((Tensor) net.call(x)).equal(before)).isFalse();
    net.loadStateDict(state);
    assertThat((Tensor) net.call(x)).isIdenticalTo(before);
    net.requiresGrad_(false);
    assertThat(((Tensor) net.call(x)).gradFn()).isNull();
    net.registerBuffer("calls", Torch.tensor(100L));
    net.call(x);
    assertThat(net.getBuffer("calls").itemLong()).isEqualTo(101);
  }

  @Test void hooks_run() {
    ScriptModule net = load("cnn");
    try (var hook = net.registerForwardHook((module, in, out) -> ((Tensor) out).mul(0))) {
      assertThat((Tensor) net.call(GOLDEN.tensor("cnn.x"))).isIdenticalTo(Torch.zeros(2, 5));
    }
  }

  @Test void methods_takeAndReturnAllKindsOfData() {
    ScriptModule net = load("methods");
    Tensor two = Torch.ones(2);
    assertThat(net.methods()).contains("forward", "pair", "named", "look_up", "describe", "labels", "nested",
        "numbers");
    assertThat(net.call(two).toString()).isEqualTo("tensor([1., 2.], grad_fn=<MulBackward1>)");
    Object[] all = {two, two, 3};
    assertThat(net.call(all).toString()).isEqualTo("tensor([4., 7.], grad_fn=<AddBackward0>)");
    var pair = (Tuple) net.runMethod("pair", two);
    assertThat((Tensor) pair.get(0)).isIdenticalTo(Torch.full(new long[] {2}, 2.0));
    assertThat(pair.get(1)).isEqualTo(1L);
    var named = (Map<?, ?>) net.runMethod("named", List.of(two, two));
    assertThat(named.keySet()).extracting(Object::toString).containsExactly("sum", "count");
    assertThat(named.get("count").toString()).isEqualTo("tensor(2)");
    assertThat(net.runMethod("look_up", Map.of("a", two), "b")).isNull();
    assertThat((Tensor) net.runMethod("look_up", Map.of("a", two), "a")).isIdenticalTo(two);
    assertThat(net.runMethod("look_up", Map.of(), "a")).isNull();
    assertThat(net.runMethod("describe", 1.5, true, new long[] {1, 2})).isEqualTo(GOLDEN.text("methods.describe"));
    assertThat(net.runMethod("labels")).isEqualTo(List.of("cat", "dog"));
    assertThat(net.runMethod("nested", Tuple.of(3, List.of(1.0, 2.5)))).isEqualTo(Map.of(3L, List.of(1.0, 2.5)));
    assertThat(net.runMethod("nested", List.of(3, List.of()))).isEqualTo(Map.of(3L, List.of()));
    assertThat(net.runMethod("numbers")).isEqualTo(Tuple.of(1L, 2.5, true, null, Complex.of(1, 2)));
  }

  @Test void errors_areOneLine_withTheScriptsTraceInTheCause() {
    ScriptModule net = load("methods");
    assertThatThrownBy(() -> net.runMethod("refuse", Torch.ones(1, 1))).isInstanceOf(TorchException.class)
        .hasMessage("refuse: builtins.ValueError: one dimension, please")
        .cause().hasMessageContaining("Traceback of TorchScript");
    assertThatThrownBy(() -> net.call(Torch.ones(3))).isInstanceOf(ShapeException.class)
        .hasMessageEndingWith(
            "forward: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0");
    assertThatThrownBy(() -> net.runMethod("forward", "text")).isInstanceOf(TorchException.class)
        .hasMessage("forward: argument 'x' is a String (expected: Tensor)");
    assertThatThrownBy(() -> net.runMethod("forward"))
        .hasMessage(
            "forward: got 0 arguments (expected: (x: Tensor, y: Optional[Tensor], optional, times: int, optional))");
    assertThatThrownBy(() -> net.runMethod("named", List.of(1)))
        .hasMessage("named: argument 'parts' is a Integer (expected: Tensor)");
    assertThatThrownBy(() -> net.runMethod("nested", List.of(1)))
        .hasMessage("nested: argument 'pair' is a list of 1 (expected: Tuple[int, List[float]])");
    assertThatThrownBy(() -> net.runMethod("pairs")).isInstanceOf(ModuleException.class)
        .hasMessageStartingWith("Methods: no method 'pairs' (expected: one of forward, ");
    assertThatThrownBy(net::deepCopy).isInstanceOf(ModuleException.class)
        .hasMessageContaining("which cannot be copied");
  }

  @Test void load_ontoADevice() {
    ScriptModule net = Jit.load(Archives.path("cnn.pt"), Device.CPU);
    assertThat((Tensor) net.call(GOLDEN.tensor("cnn.x"))).isCloseTo(GOLDEN.tensor("cnn.y"));
    assertThatThrownBy(() -> Jit.load(Archives.path("cnn.pt"), Device.cuda(99))).isInstanceOf(DeviceException.class);
  }

  @Test void calls_leaveNothingBehind() {
    ScriptModule net = load("cnn");
    ScriptModule methods = load("methods");
    Tensor x = GOLDEN.tensor("cnn.x");
    long[] live = new long[10];
    for (int round = 0; round < live.length; round++) {
      for (int i = 0; i < 1000; i++) {
        try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
          if (i % 4 == 0) net.call(x);
          methods.runMethod("look_up", Map.of("a", x), "a");
          methods.runMethod("pair", x);
        }
      }
      live[round] = MemoryPressure.liveHandles();
    }
    // the collector may still take away what earlier tests left
    assertThat(Arrays.stream(live).skip(1).max()).hasValue(live[1]);
  }
}
