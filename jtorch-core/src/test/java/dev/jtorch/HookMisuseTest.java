package dev.jtorch;

import static dev.jtorch.testing.Eventually.collect;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.autograd.Autograd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hooks on tensors that do what they should not, at times they should not, never end the process. */
class HookMisuseTest {
  private static Tensor ones() { return Torch.ones(2).requiresGrad_(); }

  @Test void hook_thatReturnsAReleasedTensor() {
    for (Tensor hooked : List.of(ones(), ones().mul(2))) {
      hooked.registerHook(g -> {
        Tensor result = g.mul(2);
        result.close();
        return result;
      });
      assertThatThrownBy(() -> hooked.sum().backward()).isInstanceOf(ReleasedTensorException.class);
    }
  }

  @Test void hook_thatClosesWhatItGets() {
    for (Tensor hooked : List.of(ones(), ones().mul(2))) {
      var seen = new ArrayList<String>();
      hooked.registerHook(g -> {
        g.close();
        return null;
      });
      hooked.registerHook(g -> note(seen, g));
      hooked.retainGrad();
      assertThatThrownBy(() -> hooked.sum().backward()).isInstanceOf(ReleasedTensorException.class);
    }
  }

  @Test void hook_thatClosesItsTensor() {
    Tensor x = ones();
    Tensor y = x.mul(2);
    y.registerHook(g -> {
      y.close();
      return g.mul(3);
    });
    y.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[6.0, 6.0]");
    Tensor leaf = ones();
    leaf.registerHook(g -> {
      leaf.close();
      return g.mul(3);
    });
    leaf.registerPostAccumulateGradHook(p -> {});
    Tensor loss = leaf.sum();
    loss.backward();
    assertThatThrownBy(leaf::grad).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void hook_onAReleasedTensor() {
    Tensor x = ones();
    x.close();
    assertThatThrownBy(() -> x.registerHook(g -> g)).isInstanceOf(ReleasedTensorException.class);
    assertThatThrownBy(() -> x.registerPostAccumulateGradHook(p -> {})).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void hook_onAnInferenceTensor() {
    try (var inference = Torch.inferenceMode()) {
      Tensor made = Torch.ones(2);
      assertThatThrownBy(() -> made.registerHook(g -> g)).isInstanceOf(TorchException.class)
          .hasMessage("cannot register a hook on a tensor that doesn't require gradient");
    }
  }

  @Test void hook_thatReturnsAViewOrTheTensorItself() {
    Tensor x = ones();
    Tensor y = x.mul(2);
    y.registerHook(g -> y);
    y.registerHook(g -> g.expand(2));
    y.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[4.0, 4.0]");
  }

  @Test void hook_thatKeepsTheGradient() {
    Tensor x = ones();
    var kept = new ArrayList<Tensor>();
    try (var scope = Scope.open()) {
      x.registerHook(g -> {
        kept.add(g.keep());
        return null;
      });
      x.mul(2).sum().backward();
    }
    assertThat(text(kept.get(0))).isEqualTo("[2.0, 2.0]");
  }

  @Test void hook_calledWhereNoGradientArrives() {
    var seen = new ArrayList<String>();
    Tensor x = ones();
    List<Tensor> parts = x.mul(2).unbind(0);
    parts.get(1).registerHook(g -> note(seen, g));
    parts.get(0).backward();
    assertThat(seen).isEmpty();
    assertThat(text(x.grad())).isEqualTo("[2.0, 0.0]");
  }

  @Test void views_ofOneChangedTensorTakeHooks() {
    var seen = new ArrayList<String>();
    Tensor x = ones();
    Tensor base = x.mul(2);
    Tensor late = base.select(0, 1);
    base.mul_(7);
    late.registerHook(g -> note(seen, g)); // real PyTorch 2.10 dies here
    base.sum().add(late).backward();
    assertThat(seen).containsExactly("1.0");
    assertThat(text(x.grad())).isEqualTo("[14.0, 28.0]");
  }

  @Test void hooks_outliveTheHandlesTheyWereRegisteredOn() {
    var seen = new ArrayList<String>();
    Tensor x = ones();
    Tensor loss = hookedInside(x, seen);
    collect();
    loss.backward();
    assertThat(seen).containsExactly("[6.0, 6.0]", "[3.0, 3.0]");
    assertThat(text(x.grad())).isEqualTo("[6.0, 6.0]");
  }

  private static Tensor hookedInside(Tensor x, List<String> seen) {
    Tensor leaf = ones();
    leaf.registerHook(g -> note(seen, g));
    Tensor y = x.mul(2);
    y.registerHook(g -> note(seen, g));
    return y.mul(3).mul(leaf.mul(1)).sum();
  }

  @Test void hooks_onALeafOutliveItsGraphs() {
    var seen = new ArrayList<String>();
    Tensor x = ones();
    x.registerHook(g -> note(seen, g));
    x.registerPostAccumulateGradHook(p -> seen.add("accumulated " + text(p.grad())));
    for (int pass = 0; pass < 3; pass++) {
      x.mul(2).sum().backward();
      x.grad(null);
      collect();
    }
    assertThat(seen).hasSize(6).containsOnly("[2.0, 2.0]", "accumulated [2.0, 2.0]");
  }

  /** The graph of an exception's pass can be walked again, and no other pass sees the exception. */
  @Test void exceptions_leaveNothingBehind() {
    Tensor x = ones();
    Tensor y = x.mul(2);
    var failure = new IllegalStateException("boom");
    RemovableHandle h = y.registerHook(g -> {
      throw failure;
    });
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> y.sum().backward(o -> o.retainGraph(true))).isSameAs(failure);
    }
    h.remove();
    y.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[2.0, 2.0]");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test void exception_inAPassInsideOfAPass() {
    var failure = new IllegalStateException("boom");
    Tensor inner = ones();
    inner.registerHook(g -> {
      throw failure;
    });
    Tensor y = ones().mul(2);
    y.registerHook(g -> {
      try (var recording = Torch.enableGrad()) {
        inner.mul(2).sum().backward();
      }
      return null;
    });
    assertThatThrownBy(() -> y.sum().backward()).isSameAs(failure);
  }

  @Test void stackOverflow_inAHookComesOut() {
    Tensor y = ones().mul(2);
    y.registerHook(HookMisuseTest::endless);
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(StackOverflowError.class);
  }

  private static @Nullable Tensor endless(Tensor grad) {
    Tensor deeper = endless(grad);
    return deeper == null ? grad : deeper;
  }

  /** Deeper than LibTorch goes on one thread: the rest runs on its own threads. */
  @Test void passes_deepInsideOfEachOther() {
    Tensor x = ones();
    int[] depth = {0};
    x.registerHook(g -> {
      if (depth[0]++ < 200) {
        try (var recording = Torch.enableGrad()) {
          Autograd.grad(x.mul(2).sum(), List.of(x));
        }
      }
      return null;
    });
    x.mul(1).sum().backward();
    assertThat(depth[0]).isEqualTo(201);
    assertThat(text(x.grad())).isEqualTo("[1.0, 1.0]");
  }

  @Test void hooks_comeAndGoWhileOtherThreadsGoBack() throws InterruptedException, ExecutionException {
    Tensor x = ones();
    Tensor y = x.mul(2);
    Tensor loss = y.sum();
    var pool = Executors.newFixedThreadPool(5);
    try {
      var work = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 4; thread++) {
        work.add(pool.submit(() -> {
          for (int i = 0; i < 200; i++) Autograd.grad(loss, List.of(x), o -> o.retainGraph(true));
        }));
      }
      work.add(pool.submit(() -> {
        for (int i = 0; i < 2000; i++) {
          try (var onLeaf = x.registerHook(g -> g.mul(1)); var inside = y.registerHook(g -> g.mul(1))) {
            assertThat(onLeaf).isNotNull();
          }
        }
      }));
      for (Future<?> each : work) each.get();
    } finally {
      pool.shutdown();
    }
  }

  @Test void graphs_dieOnOtherThreads() throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 50; round++) {
        Tensor y = ones().mul(2);
        y.registerHook(g -> g.mul(2));
        Tensor loss = y.sum();
        var ends = new ArrayList<Future<?>>();
        ends.add(pool.submit(loss::close));
        ends.add(pool.submit(y::close));
        for (Future<?> end : ends) end.get();
        if (round % 10 == 0) collect();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static @Nullable Tensor note(List<String> seen, Tensor grad) {
    seen.add(text(grad));
    return null;
  }
}
