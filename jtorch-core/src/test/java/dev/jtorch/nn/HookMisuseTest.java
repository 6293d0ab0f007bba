package dev.jtorch.nn;

import static dev.jtorch.nn.HookedNets.ones;
import static dev.jtorch.testing.Eventually.collect;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.HookedNets.Outer;
import dev.jtorch.nn.HookedNets.Pair;
import dev.jtorch.nn.HookedNets.Scale;
import dev.jtorch.nn.HookedNets.Two;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Hooks on modules that do what they should not, and modules that do unusual things under hooks. */
class HookMisuseTest {
  private final List<String> seen = new ArrayList<>();

  private <T> T note(String what) {
    seen.add(what);
    return null;
  }

  @Test void forwardHooks_thatReturnReleasedTensors() {
    var m = new Scale(2);
    try (var hook = m.registerForwardPreHook((mod, in) -> closed(in.mul(2)))) {
      assertThatThrownBy(() -> m.call(ones())).isInstanceOf(ReleasedTensorException.class);
    }
    m.registerForwardHook((mod, in, out) -> closed(out));
    assertThatThrownBy(() -> m.call(ones()).add(1)).isInstanceOf(ReleasedTensorException.class);
  }

  private static Tensor closed(Tensor tensor) {
    tensor.close();
    return tensor;
  }

  @Test void forwardHook_thatClosesTheInput() {
    var m = new Scale(2);
    m.registerForwardHook((mod, in, out) -> {
      in.close();
      return null;
    });
    Tensor x = ones();
    Tensor y = m.call(x);
    y.sum().backward();
    assertThat(text(m.weight.grad())).isEqualTo("2.0");
    assertThatThrownBy(() -> x.add(1)).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void backwardHooks_thatReturnReleasedTensors() {
    var m = new Scale(2);
    try (var hook = m.registerFullBackwardPreHook((mod, out) -> List.of(closed(out.get(0).mul(2))))) {
      Tensor y = m.call(ones());
      assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(ReleasedTensorException.class);
    }
    m.registerFullBackwardHook((mod, in, out) -> List.of(closed(in.get(0).mul(2))));
    Tensor y = m.call(ones());
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void backwardHook_thatClosesWhatItGets() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> {
      out.forEach(Tensor::close);
      return null;
    });
    m.registerFullBackwardHook((mod, in, out) -> note(text(in)));
    Tensor x = ones();
    m.call(x).sum().backward();
    assertThat(seen).containsExactly("[[2.0, 2.0]]");
    assertThat(text(x.grad())).isEqualTo("[2.0, 2.0]");
  }

  @Test void backwardHooks_thatReturnAnotherForm() {
    refuses(g -> Torch.ones(7), "size of value");
    refuses(g -> Torch.ones(3, 2), "size of value");
    refuses(g -> g.to(DType.FLOAT64), "type of value (was torch.FloatTensor got torch.DoubleTensor)");
  }

  private static void refuses(UnaryOperator<Tensor> change, String what) {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> List.of(change.apply(in.get(0))));
    assertThatThrownBy(() -> m.call(ones()).sum().backward()).isInstanceOf(TorchException.class)
        .hasMessage("hook 'hook' has changed the " + what);
    var n = new Scale(2);
    n.registerFullBackwardPreHook((mod, out) -> List.of(change.apply(out.get(0))));
    assertThatThrownBy(() -> n.call(ones()).sum().backward()).hasMessage("hook 'hook' has changed the " + what);
  }

  @Test void backwardHook_thatReturnsANullGradient() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> Arrays.asList((Tensor) null));
    Tensor x = ones();
    m.call(x).sum().backward();
    assertThat(x.grad()).isNull();
    assertThat(text(m.weight.grad())).isEqualTo("2.0");
  }

  @Test void backwardHook_cannotChangeTheListItGets() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> {
      in.set(0, Torch.ones(2));
      return null;
    });
    Tensor y = m.call(ones());
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test void backwardHook_keepsGradientsForLater() {
    var kept = new ArrayList<Tensor>();
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> {
      kept.add(in.get(0).keep());
      kept.add(out.get(0).keep());
      return null;
    });
    try (var scope = Scope.open()) {
      m.call(ones()).sum().backward();
      assertThat(text(kept)).isEqualTo("[[2.0, 2.0], [1.0, 1.0]]");
    }
  }

  @Test void input_passedTwice() {
    var m = new Pair();
    m.registerFullBackwardHook((mod, in, out) -> note(text(in) + " " + text(out)));
    Tensor x = ones();
    Two out = m.call(new Two(x, x));
    out.a().add(out.b()).sum().backward();
    assertThat(seen).containsExactly("[[2.0, 2.0], [3.0, 3.0]] [[1.0, 1.0], [1.0, 1.0]]");
    assertThat(text(x.grad())).isEqualTo("[5.0, 5.0]");
  }

  @Test void output_thatIsTheInput() {
    Layer same = new Layer() {
      @Override protected Tensor forward(Tensor x) { return x; }
    };
    same.registerFullBackwardHook((mod, in, out) -> note(text(in) + " " + text(out)));
    Tensor x = ones();
    Tensor y = same.call(x);
    assertThat(y.isSameAs(x)).isFalse();
    y.mul(3).sum().backward();
    assertThat(seen).containsExactly("[[3.0, 3.0]] [[3.0, 3.0]]");
    assertThat(text(x.grad())).isEqualTo("[3.0, 3.0]");
  }

  /** A tensor that goes round the output: its gradient comes back before the hooks know the output's. */
  @Test void tensorPutAside_passesTheHooksBy() {
    var aside = new ArrayList<Tensor>();
    Layer m = new Layer() {
      @Override protected Tensor forward(Tensor x) {
        Tensor y = x.mul(2);
        aside.add(y.keep());
        return y.mul(3);
      }
    };
    m.registerFullBackwardHook((mod, in, out) -> note("hook"));
    Tensor x = ones();
    m.call(x);
    aside.get(0).sum().backward();
    assertThat(text(x.grad())).isEqualTo("[2.0, 2.0]");
    assertThat(seen).isEmpty();
  }

  @Test void output_thatHoldsTensorsOutOfSight() {
    final class Box {
      final Tensor inside;

      Box(Tensor inside) {
        this.inside = inside;
      }
    }
    var m = new Model<Tensor, Box>() {
      @Override protected Box forward(Tensor x) { return new Box(x.mul(2).keep()); }
    };
    m.registerFullBackwardHook((mod, in, out) -> note("hook"));
    assertThatThrownBy(() -> m.call(ones()))
        .hasMessageContaining("output is a Box, in which JTorch cannot find tensors");
    assertThat(seen).isEmpty();
  }

  @Test void output_inAMapKeepsItsOrder() {
    var m = new Model<Tensor, Map<String, Tensor>>() {
      @Override protected Map<String, Tensor> forward(Tensor x) { return Map.of("only", x.mul(2)); }
    };
    m.registerFullBackwardHook((mod, in, out) -> note(text(in) + " " + text(out)));
    m.call(ones()).get("only").sum().backward();
    assertThat(seen).containsExactly("[[2.0, 2.0]] [[1.0, 1.0]]");
  }

  @Test void backwardHooks_withoutGradMode() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> note("hook"));
    try (var quiet = Torch.noGrad()) {
      assertThat(m.call(ones()).requiresGrad()).isFalse();
    }
    try (var inference = Torch.inferenceMode()) {
      assertThat(text(m.call(Torch.ones(2)))).isEqualTo("[2.0, 2.0]");
    }
    assertThat(seen).isEmpty();
  }

  @Test void backwardHooks_onARetainedGraph() {
    var m = new Outer();
    m.registerFullBackwardHook((mod, in, out) -> note(text(in) + " " + text(out)));
    Tensor x = ones();
    Tensor loss = m.call(x).sum();
    for (int i = 0; i < 3; i++) loss.backward(o -> o.retainGraph(true));
    assertThat(seen).hasSize(3).containsOnly("[[6.0, 6.0]] [[1.0, 1.0]]");
    assertThat(text(x.grad())).isEqualTo("[18.0, 18.0]");
  }

  @Test void backwardHook_thatCallsItsModuleAgain() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> {
      if (seen.size() < 3) {
        seen.add(text(in));
        try (var recording = Torch.enableGrad()) {
          m.call(ones()).sum().backward();
        }
      }
      return null;
    });
    m.call(ones()).sum().backward();
    assertThat(seen).hasSize(3);
    assertThat(text(m.weight.grad())).isEqualTo("8.0");
  }

  @Test void backwardHooks_afterTheModuleAndItsTensorsAreGone() throws InterruptedException, ExecutionException {
    Tensor x = ones();
    Tensor loss = lossOfAModuleThatGoes(x);
    collect();
    var pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(() -> loss.backward()).get();
    } finally {
      pool.shutdown();
    }
    assertThat(seen).containsExactly("Outer [[6.0, 6.0]] [[1.0, 1.0]]");
    assertThat(text(x.grad())).isEqualTo("[6.0, 6.0]");
  }

  private Tensor lossOfAModuleThatGoes(Tensor x) {
    var m = new Outer();
    m.registerFullBackwardHook(
        (mod, in, out) -> note(mod.getClass().getSimpleName() + " " + text(in) + " " + text(out)));
    return m.call(x).sum();
  }

  @Test void backwardHooks_onEightThreadsAtOnce() throws InterruptedException, ExecutionException {
    var m = new Outer();
    m.registerFullBackwardHook((mod, in, out) -> List.of(in.get(0).mul(out.get(0))));
    var pool = Executors.newFixedThreadPool(8);
    try {
      var work = new ArrayList<Future<?>>();
      for (int thread = 1; thread <= 8; thread++) {
        float factor = thread;
        work.add(pool.submit(() -> {
          for (int i = 0; i < 50; i++) {
            Tensor x = ones();
            m.call(x).mul(factor).sum().backward();
            double grad = 6.0 * factor * factor;
            assertThat(text(x.grad())).isEqualTo("[" + grad + ", " + grad + "]");
          }
        }));
      }
      for (Future<?> each : work) each.get();
    } finally {
      pool.shutdown();
    }
  }
}
