package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorHookTest {
  private final Tensor x = Torch.ones(4).requiresGrad_();

  @Row("S4-209")
  @Test void hooks_runInOrderOnEachOthersResults() {
    var seen = new ArrayList<Float>();
    Tensor leaf = Torch.ones().requiresGrad_();
    leaf.registerHook(g -> g.mul(3));
    leaf.registerHook(g -> {
      seen.add(g.item().floatValue());
      return g.add(1);
    });
    leaf.mul(1).backward();
    assertThat(seen).containsExactly(3f);
    assertThat(leaf.grad().item().floatValue()).isEqualTo(4);
  }

  @Row("S5-035")
  @Test void remove_takesOneHookAway() {
    var log = new ArrayList<String>();
    Tensor y = x.mul(2);
    try (var first = y.registerHook(g -> log("first", log))) {
      y.registerHook(g -> log("second", log));
      y.sum().backward(o -> o.retainGraph(true));
      first.remove();
    }
    y.sum().backward();
    assertThat(log).containsExactly("first", "second", "second");
  }

  private static Tensor log(String text, List<String> log) {
    log.add(text);
    return null;
  }

  @Test void exception_leavesBackwardAsItIs() {
    var failure = new IllegalStateException("boom");
    x.registerHook(g -> {
      throw failure;
    });
    assertThatThrownBy(() -> x.sum().backward()).isSameAs(failure);
  }

  @Test void wrongResults_areRefused() {
    Tensor y = x.mul(2);
    y.registerHook(g -> Torch.ones(1));
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(ShapeException.class)
        .hasMessage("hook '0' has changed the size of value");
  }

  @Test void postAccumulateHook_seesTheAccumulatedGradient() {
    var grads = new ArrayList<String>();
    x.registerPostAccumulateGradHook(leaf -> grads.add(leaf.grad().toString() + (leaf == x)));
    x.mul(2).sum().backward();
    x.mul(3).sum().backward();
    assertThat(grads).containsExactly("tensor([2., 2., 2., 2.])true", "tensor([5., 5., 5., 5.])true");
  }
}
