package dev.jtorch;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.autograd.Autograd;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TensorHookTest {
  private final ScenarioLog log = new ScenarioLog("hooks/hooks");

  private static Tensor ones() { return Torch.ones(2).requiresGrad_(); }

  private static Tensor twos() { return Torch.full(new long[] {4}, 2f).requiresGrad_(); }

  @Row("S4-209")
  @Test void hooks_runInOrderOnEachOthersResults() {
    var seen = new ArrayList<Float>();
    Tensor leaf = Torch.ones().requiresGrad_();
    leaf.registerHook(g -> g.mul(3));
    leaf.registerHook(g -> {
      seen.add((float) g.item());
      return g.add(1);
    });
    leaf.mul(1).backward();
    assertThat(seen).containsExactly(3f);
    assertThat((float) leaf.grad().item()).isEqualTo(4);
  }

  @Row({"S4-207", "S4-208", "S4-210", "S4-211"})
  @Test void hooks_readAndChangeGradients() {
    Tensor x = twos();
    RemovableHandle h = x.registerHook(g -> {
      g.mul_(2);
      return null;
    });
    x.pow(2).mean().backward();
    log.add(x.grad().toString());
    h.remove();
    h.remove();
    x.grad(null);
    x.pow(2).mean().backward();
    log.add(x.grad().toString());
    x.grad(null);
    var seen = new ArrayList<Tensor>();
    Tensor y = x.pow(2);
    y.registerHook(g -> kept(seen, g));
    y.mean().backward();
    assertThat(y.grad()).isNull();
    log.add((y.isLeaf() ? "True " : "False ") + seen.get(0));
    Tensor z = x.mul(1);
    z.registerHook(g -> g.mul(3));
    z.retainGrad();
    z.registerHook(g -> g.add(1));
    z.sum().backward();
    log.add(z.grad().toString());
    log.trial(() -> Torch.ones(2).registerHook(g -> g));
    log.trial(() -> Torch.ones(2).retainGrad());
    log.trial(() -> x.mul(1).registerPostAccumulateGradHook(p -> {}));
    log.trial(() -> Torch.ones(2).registerPostAccumulateGradHook(p -> {}));
    log.isThatOf("tensor_hooks");
  }

  private static @Nullable Tensor kept(List<Tensor> seen, Tensor grad) {
    seen.add(grad.keep());
    return null;
  }

  @Row({"S4-208", "S4-211"})
  @Test void retainGrad_keepsWhatTheLastHookReturned() {
    Tensor x = twos();
    var seen = new ArrayList<Tensor>();
    Tensor y = x.pow(2);
    y.registerHook(g -> kept(seen, g));
    y.mean().backward();
    log.add((y.grad() == null ? "None " : "") + text(seen.get(0)));
    Tensor z = x.pow(2);
    z.registerHook(g -> kept(seen, g));
    z.retainGrad();
    z.mean().backward();
    log.add(text(z.grad()) + " " + text(seen.get(1)) + (z.grad().equal(seen.get(1)) ? " True" : " False"));
    Tensor w = x.mul(1);
    w.retainGrad();
    w.registerHook(g -> g.mul(3));
    w.registerHook(g -> g.add(1));
    w.sum().backward();
    log.add(text(w.grad()));
    log.isThatOf("hook_and_retained");
  }

  @Row("S5-035")
  @Test void remove_takesOneHookAway() {
    Tensor x = ones();
    var handles = new ArrayList<RemovableHandle>();
    handles.add(x.registerHook(g -> {
      handles.forEach(RemovableHandle::remove);
      return log.add("first");
    }));
    handles.add(x.registerHook(g -> log.add("second")));
    x.registerHook(g -> log.add("third"));
    x.sum().backward();
    x.sum().backward();
    log.isThatOf("tensor_hook_removed_in_hook");
  }

  @Row("S5-035")
  @Test void handle_standsInTheHeadOfTry() {
    Tensor y = ones().mul(2);
    try (var first = y.registerHook(g -> log.add("first"))) {
      y.registerHook(g -> log.add("second"));
      y.sum().backward(o -> o.retainGraph(true));
      first.remove();
    }
    y.sum().backward();
    assertThat(log.lines()).containsExactly("first", "second", "second");
  }

  @Test void hookRegisteredInAHook_runsFromTheNextPassOn() {
    Tensor y = ones().mul(2);
    y.registerHook(g -> {
      if (log.lines().isEmpty()) y.registerHook(grad -> log.add("late"));
      return log.add("first");
    });
    y.sum().backward(o -> o.retainGraph(true));
    y.sum().backward();
    log.isThatOf("tensor_hook_registered_in_hook");
  }

  @Test void hooks_runBeforeAccumulationInBothKindsOfPass() {
    Tensor x = ones();
    x.registerHook(g -> {
      log.add("leaf " + text(g));
      return g.mul(2);
    });
    x.registerPostAccumulateGradHook(p -> log.add("accumulated " + text(p.grad())));
    Tensor y = x.mul(3);
    y.registerHook(g -> {
      log.add("inner " + text(g));
      return g.mul(5);
    });
    log.add(text(Autograd.grad(y.sum(), List.of(x), o -> o.retainGraph(true)).get(0)));
    y.sum().backward();
    x.mul(1).sum().backward();
    log.isThatOf("tensor_hook_order_with_grad");
  }

  @Test void hook_staysWithTheValueItWasRegisteredOn() {
    Tensor x = ones();
    Tensor y = x.mul(2);
    y.registerHook(g -> log.add("before " + text(g)));
    y.mul_(3);
    y.registerHook(g -> log.add("after " + text(g)));
    y.sum().backward();
    Tensor z = x.mul(2);
    z.retainGrad();
    z.registerHook(g -> log.add("kept " + text(g)));
    z.mul_(5);
    z.sum().backward();
    log.add(text(z.grad()));
    Tensor base = x.mul(2);
    Tensor view = base.select(0, 0);
    view.registerHook(g -> log.add("never called: the view has a new history now"));
    base.mul_(7);
    x.grad(null);
    base.sum().add(view).backward();
    log.add(text(x.grad()));
    log.isThatOf("tensor_hook_changes_in_place");
  }

  @Test void hook_outlivesDetachingAndFreezing() {
    Tensor x = ones();
    Tensor y = x.mul(2);
    y.registerHook(g -> log.add("hook " + text(g)));
    Tensor z = y.mul(3);
    y.detach_();
    log.add((y.requiresGrad() ? "True " : "False ") + (y.gradFn() == null ? "None" : y.gradFn()));
    z.sum().backward();
    log.add(text(x.grad()));
    x.registerHook(g -> log.add("leaf " + text(g)));
    x.requiresGrad_(false);
    x.requiresGrad_(true);
    x.mul(2).sum().backward();
    try (var quiet = Torch.noGrad()) {
      x.mul_(4);
    }
    x.mul(2).sum().backward();
    log.isThatOf("tensor_hook_then_detached");
  }

  @Test void hook_mayRunAnotherPass() {
    Tensor x = ones();
    Tensor w = ones();
    Tensor y = x.mul(2);
    y.registerHook(g -> {
      log.add("outer " + text(g) + (Torch.isGradEnabled() ? " True" : " False"));
      try (var recording = Torch.enableGrad()) {
        w.mul(g).sum().backward();
        x.mul(10).sum().backward();
      }
      return log.add("inner " + text(w.grad()) + " " + text(x.grad()));
    });
    y.sum().backward();
    log.add(text(x.grad()));
    log.isThatOf("tensor_hook_runs_backward");
  }

  @Test void wrongResults_areRefused() {
    for (TensorHook wrong : List.<TensorHook>of(g -> Torch.ones(1), g -> g.to(DType.FLOAT64), g -> g.to(DType.INT64),
        g -> g.unsqueeze(0), g -> g.to(DType.COMPLEX64), g -> g.to(Device.META))) {
      Tensor y = ones().mul(1);
      y.registerHook(g -> null);
      y.registerHook(wrong);
      log.trial(() -> y.sum().backward());
    }
    // a Java lambda has no name, so its position stands for it
    assertThat(log.lines()).extracting(line -> line.replace("'1'", "'<lambda>'"))
        .containsExactly(log.expected("tensor_hook_wrong_results"));
    Tensor y = ones().mul(2);
    y.registerHook(g -> Torch.ones(1));
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(ShapeException.class)
        .hasMessage("hook '0' has changed the size of value");
  }

  @Test void hooksOnTheParts_areTheirOwn() {
    List<Tensor> parts = ones().mul(2).unbind(0);
    parts.get(0).registerHook(g -> log.add("a " + text(g)));
    parts.get(1).registerHook(g -> {
      log.add("b " + text(g));
      return g.mul(10);
    });
    parts.get(0).mul(3).add(parts.get(1).mul(4)).backward();
    Tensor x = ones();
    Tensor p = x.mul(2).unbind(0).get(0);
    p.registerHook(g -> g.mul(100));
    p.add(p.mul(2)).backward();
    log.add(text(x.grad()));
    log.isThatOf("tensor_hook_of_multiple_outputs");
  }

  @Test void exception_leavesBackwardAsItIs() {
    Tensor x = ones();
    var failure = new IllegalStateException("boom");
    x.registerHook(g -> {
      throw failure;
    });
    assertThatThrownBy(() -> x.sum().backward()).isSameAs(failure);
    assertThatThrownBy(() -> Autograd.grad(x.sum(), List.of(x))).isSameAs(failure);
  }

  @Test void postAccumulateHook_seesTheAccumulatedGradient() {
    Tensor x = twos();
    var grads = new ArrayList<String>();
    x.registerPostAccumulateGradHook(leaf -> grads.add(leaf.grad().toString() + (leaf == x)));
    x.mul(2).sum().backward();
    x.mul(3).sum().backward();
    assertThat(grads).containsExactly("tensor([2., 2., 2., 2.])true", "tensor([5., 5., 5., 5.])true");
  }

  /** The leaf's native callback for the first handle's hooks stays when their accumulator is gone. */
  @Test void hooks_onALeafThatOutlivesAnotherHandleWithHooks_runOnce() {
    Tensor leaf = ones();
    hookOtherHandle(leaf);
    assertOnceCollected(() -> {
      leaf.grad(null);
      leaf.sum().backward();
      assertThat(leaf.grad().toString()).isEqualTo("tensor([1., 1.])");
    });
    leaf.grad(null);
    leaf.registerHook(g -> g.mul(2));
    leaf.sum().backward();
    leaf.sum().backward();
    assertThat(leaf.grad().toString()).isEqualTo("tensor([4., 4.])");
  }

  private static void hookOtherHandle(Tensor leaf) {
    try (Tensor other = Bridge.tensor(Bridge.handle(leaf).share())) {
      other.registerHook(g -> g.mul(100));
    }
  }
}
