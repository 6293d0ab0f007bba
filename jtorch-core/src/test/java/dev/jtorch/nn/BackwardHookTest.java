package dev.jtorch.nn;

import static dev.jtorch.nn.HookedNets.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.RemovableHandle;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.nn.HookedNets.Branches;
import dev.jtorch.nn.HookedNets.Outer;
import dev.jtorch.nn.HookedNets.Pair;
import dev.jtorch.nn.HookedNets.Parts;
import dev.jtorch.nn.HookedNets.Scale;
import dev.jtorch.nn.HookedNets.Two;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackwardHookTest {
  private final ScenarioLog log = new ScenarioLog("hooks/hooks");

  private @Nullable List<Tensor> both(Module m, List<@Nullable Tensor> in, List<@Nullable Tensor> out) {
    return log.add(text(in) + " " + text(out));
  }

  @Row("S4-219")
  @Test void hooks_runFromTheOutermostInwardsAndBack() {
    var m = new Outer();
    hook(m, "parent");
    hook(m.inner, "child");
    m.registerFullBackwardHook((mod, in, out) -> log.add("parent second"));
    m.registerFullBackwardHook((mod, in, out) -> log.add("parent zeroth"), o -> o.prepend(true));
    Tensor x = ones();
    Tensor y = m.call(x);
    log.add(y.gradFn());
    y.sum().backward();
    log.add(text(x.grad()) + " " + text(m.inner.weight.grad()));
    log.isThatOf("backward_order");
  }

  private void hook(Layer m, String name) {
    m.registerFullBackwardPreHook((mod, out) -> log.add(name + " pre " + text(out)));
    m.registerFullBackwardHook((mod, in, out) -> log.add(name + " " + text(in) + " " + text(out)));
  }

  @Row("S4-219")
  @Test void results_takeThePlaceOfGradients() {
    var m = new Scale(2);
    m.registerFullBackwardPreHook((mod, out) -> List.of(out.get(0).mul(10)));
    m.registerFullBackwardHook((mod, in, out) -> List.of(in.get(0).add(1)));
    m.registerFullBackwardHook(this::both);
    Tensor x = ones();
    m.call(x).sum().backward();
    log.add(text(x.grad()) + " " + text(m.weight.grad()));
    log.isThatOf("backward_replaced");
    var scaled = new Scale(2);
    scaled.registerFullBackwardHook((mod, in, out) -> List.of(in.get(0).mul(10)));
    Tensor z = ones();
    scaled.call(z).sum().backward();
    assertThat(text(z.grad())).isEqualTo("[20.0, 20.0]");
  }

  /**
   * Two tensors in and out have an entry each. Where the second input is detached real PyTorch gives zeros for it, not null: it
   * fills in zeros wherever a module that has an input with a gradient gets none.
   */
  @Row("S4-220")
  @Test void gradients_haveAnEntryForEachTensor() {
    var m = new Pair();
    m.registerFullBackwardPreHook((mod, out) -> log.add("pre " + text(out)));
    m.registerFullBackwardHook(this::both);
    Tensor a = ones();
    Tensor b = ones();
    Two first = m.call(new Two(a, b));
    first.a().add(first.b()).sum().backward();
    m.call(new Two(a, b)).a().sum().backward();
    log.add(text(a.grad()) + " " + text(b.grad()));
    Two third = m.call(new Two(a, b.detach()));
    third.a().add(third.b()).sum().backward();
    log.add(text(a.grad()));
    log.isThatOf("backward_pair");
  }

  @Test void unusedOutputs_giveNoGradientToWhatTheyDependOn() {
    var m = new Branches();
    m.registerFullBackwardPreHook((mod, out) -> log.add("pre " + text(out)));
    m.registerFullBackwardHook(this::both);
    Tensor x = ones();
    m.call(x).a().sum().backward();
    log.add(text(x.grad()) + " " + text(m.a.weight.grad()) + " " + text(m.b.weight.grad()));
    m.a.weight.grad(null);
    m.registerFullBackwardPreHook((mod, out) -> Arrays.asList(null, out.get(1)));
    Two parts = m.call(x);
    parts.a().add(parts.b()).sum().backward();
    log.add(text(x.grad()) + " " + text(m.a.weight.grad()) + " " + text(m.b.weight.grad()));
    var n = new Scale(2);
    n.registerFullBackwardPreHook((mod, out) -> Arrays.asList((Tensor) null));
    n.registerFullBackwardHook(this::both);
    Tensor z = ones();
    n.call(z).sum().backward();
    log.add(text(z.grad()) + " " + text(n.weight.grad()));
    log.isThatOf("backward_unused_output");
  }

  @Row("S4-219")
  @Test void inputsWithoutGradients_giveNulls() {
    var m = new Scale(2);
    m.registerFullBackwardHook(this::both);
    m.call(Torch.ones(2)).sum().backward();
    log.add(text(m.weight.grad()));
    m.registerFullBackwardHook((mod, in, out) -> List.of(Torch.ones(2)));
    log.trial(() -> m.call(Torch.ones(2)).sum().backward());
    log.isThatOf("backward_without_input_gradients");
  }

  @Test void results_ofAnotherLengthAreRefused() {
    var m = new Scale(2);
    RemovableHandle h = m.registerFullBackwardHook((mod, in, out) -> List.of(in.get(0), in.get(0)));
    log.trial(() -> m.call(ones()).sum().backward());
    h.remove();
    m.registerFullBackwardPreHook((mod, out) -> List.of());
    log.trial(() -> m.call(ones()).sum().backward());
    log.isThatOf("backward_wrong_lengths");
  }

  @Test void hooks_runOncePerCall() {
    var m = new Scale(2);
    m.registerFullBackwardHook(this::both);
    m.call(m.call(ones())).sum().backward();
    log.isThatOf("backward_twice_through_one_module");
  }

  @Test void hooks_seeGradientsOfGradients() {
    var m = new Scale(2);
    m.registerFullBackwardHook((mod, in, out) -> log.add("module " + text(in) + " " + text(out)));
    Tensor x = ones();
    x.registerHook(g -> log.add("tensor " + text(g)));
    Tensor g = Autograd.grad(m.call(x).pow(3).sum(), List.of(x), o -> o.createGraph(true)).get(0);
    log.add(text(g));
    g.sum().backward();
    log.add(text(x.grad()) + " " + text(m.weight.grad()));
    log.isThatOf("backward_with_create_graph");
  }

  @Test void outputs_mayStandInAListAndHaveNoGradient() {
    var m = new Parts();
    m.registerFullBackwardPreHook((mod, out) -> log.add("pre " + text(out)));
    m.registerFullBackwardHook(this::both);
    List<Tensor> parts = m.call(ones());
    parts.get(0).mul(parts.get(1)).sum().backward();
    log.add(parts.get(2).requiresGrad() ? "True" : "False");
    log.isThatOf("backward_of_nested_output");
  }

  @Test void exception_comesOutOfBackwardAndTheModuleGoesOn() {
    var m = new Scale(2);
    var failure = new IllegalStateException("hook failed");
    RemovableHandle h = m.registerFullBackwardHook((mod, in, out) -> {
      throw failure;
    });
    Tensor x = ones();
    Tensor y = m.call(x);
    assertThatThrownBy(() -> y.sum().backward(o -> o.retainGraph(true))).isSameAs(failure);
    log.add(failure.getMessage());
    log.add(text(x.grad()) + " " + text(m.weight.grad()));
    h.remove();
    m.call(x).sum().backward();
    log.add(text(x.grad()) + " " + text(m.weight.grad()));
    log.isThatOf("backward_hook_fails");
  }

  /** PyTorch refuses to change what a module with backward hooks returned; here its gradient simply comes out right. */
  @Test void output_changedInPlaceKeepsItsGradient() {
    var m = new Scale(2);
    var seen = new ArrayList<String>();
    m.registerFullBackwardHook((mod, in, out) -> {
      seen.add(text(in) + " " + text(out));
      return null;
    });
    Tensor x = ones();
    m.call(x).mul_(5).sum().backward();
    assertThat(seen).containsExactly("[[10.0, 10.0]] [[5.0, 5.0]]");
    assertThat(text(x.grad())).isEqualTo("[10.0, 10.0]");
  }

  /** Its history would pass the hooks by, as PyTorch's message says at length. */
  @Test void input_changedInPlaceIsRefused() {
    Layer m = new Layer() {
      @Override protected Tensor forward(Tensor x) { return x.mul_(2); }
    };
    m.registerFullBackwardHook(this::both);
    log.trial(() -> m.call(ones().mul(1)));
    // where the module's class has a name, that stands before PyTorch's words
    assertThat(log.lines()).hasSize(1).allMatch(line -> line.endsWith(log.expected("backward_after_in_place")[1]));
  }
}
