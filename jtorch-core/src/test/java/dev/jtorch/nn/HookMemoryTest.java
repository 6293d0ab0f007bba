package dev.jtorch.nn;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryStats;
import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Function;
import dev.jtorch.autograd.FunctionContext;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Malloc;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hooks, functions and surgery leave native memory where it is, however often they come and go. */
@Tag("slow")
class HookMemoryTest {
  /** What memory may grow by. JavaCPP leaves about ten bytes of the JVM's own for each function node. */
  private static final long BAND = 20L << 20;

  /** Does something often; in the second half neither handles nor memory, Java's or native, grow. */
  private static void assertFlat(int times, Runnable step) {
    repeat(times / 2, step);
    long handles = collect();
    long heap = heapInUse();
    OptionalLong before = Malloc.bytesInUse();
    repeat(times / 2, step);
    assertHandles(handles);
    assertOnceCollected(
        () -> assertThat(heapInUse() - heap).as("bytes of Java's heap in use").isLessThan(BAND));
    if (before.isPresent()) {
      assertOnceCollected(() -> assertThat(Malloc.bytesInUse().getAsLong() - before.getAsLong())
          .as("bytes of malloc's in use").isLessThan(BAND));
    }
  }

  private static long heapInUse() { return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(); }

  private static void assertHandles(long before) {
    assertOnceCollected(
        () -> assertThat(MemoryStats.now().liveTensors()).as("live handles").isLessThanOrEqualTo(before + 10));
  }

  private static void repeat(int times, Runnable step) {
    for (int i = 0; i < times; i++) {
      try (var scope = Scope.open()) {
        step.run();
      }
    }
  }

  private static final class Same extends Layer {
    @Override protected Tensor forward(Tensor x) { return x; }
  }

  private static final class Twice extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) {
      Tensor y = in[0].mul(2);
      ctx.saveForBackward(in[0], y);
      return y;
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      return new Tensor[] {g[0].mul(ctx.savedTensor(1)).div(ctx.savedTensor(0))};
    }
  }

  @Test void moduleCalls_withAHookEach() {
    var layer = new Same();
    Tensor x = Torch.ones(1);
    assertFlat(1_000_000, () -> {
      try (var hook = layer.registerForwardHook((m, in, out) -> null)) {
        layer.call(x);
      }
    });
  }

  @Test void tensorHooks_onALeafAndOnAnInnerTensor() {
    Tensor leaf = Torch.ones(1).requiresGrad_();
    Tensor inner = leaf.mul(2);
    assertFlat(500_000, () -> {
      leaf.registerHook(g -> g).remove();
      inner.registerHook(g -> g).remove();
    });
    inner.backward();
    assertThat(leaf.grad().item()).isEqualTo(2);
  }

  @Test void tensorHooks_onFreshLeaves() {
    assertFlat(400_000, () -> Torch.ones(1).requiresGrad_().registerHook(g -> g).remove());
  }

  @Test void tensorHooks_thatNobodyRemoves() {
    assertFlat(10_000, () -> {
      Tensor x = Torch.ones(8).requiresGrad_();
      x.registerHook(g -> null);
      x.registerPostAccumulateGradHook(p -> {});
      Tensor y = x.mul(2);
      y.registerHook(g -> g.mul(2));
      y.sum().backward();
      x.grad(null);
    });
  }

  @Test void graphs_thatAreNeverRunBackward() {
    Tensor x = Torch.ones(8).requiresGrad_();
    assertFlat(10_000, () -> {
      Tensor y = new Twice().apply(x.mul(2));
      y.registerHook(g -> g.mul(y));
    });
  }

  private static Tensor chain(int length) {
    Tensor y = Torch.ones(8).requiresGrad_();
    var twice = new Twice();
    for (int i = 0; i < length; i++) {
      y = twice.apply(y);
      y.registerHook(g -> null);
    }
    return y;
  }

  /** Each function saved the one before it; all go with the last, not one with each collection. */
  @Test void chains_areFreedAsAWhole() {
    chain(2);
    long handles = collect();
    try (var scope = Scope.open()) {
      assertThat(chain(10_000).requiresGrad()).isTrue();
    }
    assertHandles(handles);
    chain(1000); // without a scope
    assertHandles(handles);
  }

  /** Ten functions a pass, so a hundred thousand in all. */
  @Test void functions_goneBackward() {
    Tensor x = Torch.ones(8).requiresGrad_();
    Tensor seed = Torch.ones(8);
    var twice = new Twice();
    assertFlat(10_000, () -> {
      Tensor y = x;
      for (int i = 0; i < 10; i++) y = twice.apply(y);
      y.backward(seed);
    });
  }

  @Test void modulesWithBackwardHooks_goneBackward() {
    var layer = new Linear(2, 2);
    layer.registerFullBackwardPreHook((m, out) -> null);
    layer.registerFullBackwardHook((m, in, out) -> null);
    Tensor x = Torch.ones(1, 2).requiresGrad_();
    assertFlat(4_000, () -> {
      layer.call(layer.call(x)).sum().backward();
      layer.zeroGrad();
      x.grad(null);
    });
  }

  private static final class Net extends Layer {
    public Layer fc = new Linear(16, 16);
    public Sequential body = new Sequential(new Linear(16, 16), new Linear(16, 16));

    @Override protected Tensor forward(Tensor x) { return fc.call(body.call(x)); }
  }

  @Test void surgery() {
    var net = new Net();
    Tensor x = Torch.ones(1, 16);
    assertFlat(10_000, () -> {
      net.fc = new Linear(16, 16);
      net.setModule("body.1", new Linear(16, 16));
      RemovableHandle hook = net.getModule("body.1", Linear.class).registerForwardHook((m, in, out) -> out.mul(1));
      net.call(x);
      hook.remove();
    });
    assertThat(net.parameters()).hasSize(6);
  }
}
