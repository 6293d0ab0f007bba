package dev.jtorch.nn;

import static dev.jtorch.nn.HookedNets.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.HookedNets.LoggingScale;
import dev.jtorch.nn.HookedNets.Outer;
import dev.jtorch.nn.HookedNets.Scale;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ForwardHookTest {
  private final ScenarioLog log = new ScenarioLog("hooks/hooks");

  @Row("S4-212")
  @Test void hooks_runAroundForwardInOrderOfRegistration() {
    var m = new LoggingScale(2, log);
    m.registerForwardPreHook((mod, in) -> log.add("pre1 " + text(in)));
    m.registerForwardPreHook((mod, in) -> log.add("pre2 " + text(in)));
    m.registerForwardPreHook((mod, in) -> log.add("pre0 " + text(in)), o -> o.prepend(true));
    m.registerForwardHook((mod, in, out) -> log.add("post1 " + text(in) + " " + text(out)));
    m.registerForwardHook((mod, in, out) -> log.add("post2"));
    m.registerForwardHook((mod, in, out) -> log.add("post0"), o -> o.prepend(true));
    m.call(ones());
    m.forward(ones());
    log.isThatOf("forward_order");
  }

  @Row("S4-218")
  @Test void hooksOfAChild_runInsideOfTheParents() {
    var m = new Outer();
    m.registerForwardPreHook((mod, in) -> log.add("parent-pre"));
    m.registerForwardHook((mod, in, out) -> log.add("parent-post"));
    m.inner.registerForwardPreHook((mod, in) -> log.add("child-pre"));
    m.inner.registerForwardHook((mod, in, out) -> log.add("child-post"));
    m.call(ones());
    log.isThatOf("forward_nested");
  }

  @Row({"S4-213", "S4-214"})
  @Test void results_takeThePlaceOfInputAndOutput() {
    var m = new Scale(2);
    m.registerForwardPreHook((mod, in) -> in.mul(10));
    m.registerForwardHook((mod, in, out) -> out.add(1));
    m.registerForwardHook((mod, in, out) -> log.add(text(in) + " " + text(out)));
    log.add(text(m.call(ones())));
    log.isThatOf("forward_replaced");
  }

  @Test void alwaysCalledHooks_runWhereForwardOrAHookThrows() {
    Layer m = new Layer() {
      @Override protected Tensor forward(Tensor x) { throw new IllegalArgumentException("forward failed"); }
    };
    m.registerForwardHook((mod, in, out) -> log.add("plain"));
    m.registerForwardHook((mod, in, out) -> log.add("always " + text(out)), o -> o.alwaysCall(true));
    log.trial(() -> m.call(ones()));
    var n = new Scale(2);
    n.registerForwardHook((mod, in, out) -> {
      log.add("first");
      throw new IllegalArgumentException("hook failed");
    }, o -> o.alwaysCall(true));
    n.registerForwardHook((mod, in, out) -> log.add("plain"));
    n.registerForwardHook((mod, in, out) -> log.add("always " + text(out)), o -> o.alwaysCall(true));
    log.trial(() -> n.call(ones()));
    log.isThatOf("forward_always");
  }

  @Row("S5-035")
  @Test void hooksRemovedInAHook_stillRunInTheCallUnderWay() {
    var m = new Scale(2);
    var handles = new ArrayList<RemovableHandle>();
    handles.add(m.registerForwardHook((mod, in, out) -> {
      handles.forEach(RemovableHandle::remove);
      return log.add("first");
    }));
    handles.add(m.registerForwardHook((mod, in, out) -> log.add("second")));
    m.registerForwardHook((mod, in, out) -> log.add("third"));
    m.call(ones());
    m.call(ones());
    log.isThatOf("hook_removed_in_hook");
  }

  /** Python's hooks get a tuple of one input here, Java's the input itself. */
  @Row({"S4-215", "S4-217"})
  @Test void hook_runsOnEveryCall() {
    var relu = new ReLU();
    var seen = new ArrayList<Tensor>();
    Layer m = new Layer() {
      @Override protected Tensor forward(Tensor x) { return relu.call(relu.call(x).sub(1)); }
    };
    relu.registerForwardHook((mod, in, out) -> {
      seen.add(in.keep());
      return log.add(text(List.of(in)));
    });
    m.call(ones());
    assertThat(seen).hasSize(2);
    m.call(ones().mul(3));
    log.isThatOf("forward_called_twice");
    assertThat(seen).extracting(ScenarioLog::text).containsExactly("[1.0, 1.0]", "[0.0, 0.0]", "[3.0, 3.0]",
        "[2.0, 2.0]");
  }

  @Row("S4-217")
  @Test void hook_mayCallItsModuleAgain() {
    var m = new Scale(2);
    int[] depth = {0};
    m.registerForwardHook((mod, in, out) -> {
      log.add("in " + depth[0] + " " + text(out));
      if (depth[0] == 2) return null;
      depth[0]++;
      Tensor inner = mod.call(out);
      depth[0]--;
      log.add("out " + depth[0] + " " + text(inner));
      return inner.add(1);
    });
    log.add(text(m.call(ones())));
    log.isThatOf("forward_re_entered");
  }

  @Row("S4-205")
  @Test void readingHooks_changeNothing() {
    var net = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2));
    Tensor x = Torch.randn(5, 3).requiresGrad_();
    Tensor plain = net.call(x);
    plain.sum().backward();
    Tensor plainGrad = x.grad().clone();
    x.grad(null);
    var seen = new ArrayList<String>();
    try (var forward = net.get(0).registerForwardHook((m, in, out) -> note(seen, "module"));
        var onTensor = x.registerHook(g -> note(seen, "tensor"))) {
      Tensor hooked = net.call(x);
      hooked.sum().backward();
      assertThat(text(hooked)).isEqualTo(text(plain));
      assertThat(text(x.grad())).isEqualTo(text(plainGrad));
    }
    net.call(x).sum().backward();
    assertThat(seen).containsExactly("module", "tensor");
  }

  private static Tensor note(List<String> seen, String what) {
    seen.add(what);
    return null;
  }

  @Test void hooks_runOnTheThreadOfTheCall() throws InterruptedException, ExecutionException {
    var m = new Scale(2);
    m.registerForwardHook((mod, in, out) -> out.add(Thread.currentThread().getName().equals("caller") ? 1 : 0));
    var pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "caller"));
    try {
      Future<String> there = pool.submit(() -> text(m.call(ones())));
      assertThat(there.get()).isEqualTo("[3.0, 3.0]");
    } finally {
      pool.shutdown();
    }
    assertThat(text(m.call(ones()))).isEqualTo("[2.0, 2.0]");
  }

  /** Eight threads call a module while a ninth adds and removes hooks: each call sees hooks whole or not at all. */
  @Test void hooks_comeAndGoWhileOthersCall() throws InterruptedException, ExecutionException {
    var m = new Scale(1);
    var pool = Executors.newFixedThreadPool(9);
    try {
      var calls = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 8; thread++) {
        calls.add(pool.submit(() -> {
          for (int i = 0; i < 300; i++) {
            assertThat(m.call(Torch.ones(1)).detach().item()).isIn(1.0, 2.0, 4.0);
          }
        }));
      }
      calls.add(pool.submit(() -> {
        for (int i = 0; i < 300; i++) {
          try (var first = m.registerForwardHook((mod, in, out) -> out.mul(2));
              var second = m.registerForwardHook((mod, in, out) -> out.mul(2))) {
            m.call(Torch.ones(1));
          }
        }
      }));
      for (Future<?> call : calls) call.get();
    } finally {
      pool.shutdown();
    }
  }
}
