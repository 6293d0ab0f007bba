package dev.jtorch.autograd;

import static dev.jtorch.autograd.Functions.ones;
import static dev.jtorch.testing.Eventually.collect;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.Functions.Cube;
import dev.jtorch.autograd.Functions.Custom;
import dev.jtorch.autograd.Functions.MultiCustom;
import dev.jtorch.autograd.Functions.Two;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Functions that do what they should not get a clear answer, and never end the process. */
class FunctionMisuseTest {
  private static Custom returning(Functions.Forward forward) { return Custom.of(forward, g -> g); }

  @Test void forward_thatReturnsNull() {
    String message = "Custom: output 0 of forward is null (expected: a tensor)";
    Custom f = returning((ctx, in) -> null);
    assertThatThrownBy(() -> f.apply(ones())).isInstanceOf(TorchException.class).hasMessage(message);
    assertThatThrownBy(() -> f.apply(Torch.ones(2))).hasMessage(message);
  }

  @Test void forward_thatReturnsNullsInAnArray() {
    var none = new MultiCustom((ctx, in) -> null, (ctx, g) -> g);
    assertThatThrownBy(() -> none.apply(ones())).isInstanceOf(TorchException.class)
        .hasMessage("MultiCustom: forward returned null (expected: an array of tensors)");
    var hole = new MultiCustom((ctx, in) -> new Tensor[] {in[0].mul(1), null}, (ctx, g) -> g);
    assertThatThrownBy(() -> hole.apply(ones())).isInstanceOf(TorchException.class)
        .hasMessage("MultiCustom: output 1 of forward is null (expected: a tensor)");
    assertThatThrownBy(() -> hole.apply(Torch.ones(2)))
        .hasMessage("MultiCustom: output 1 of forward is null (expected: a tensor)");
  }

  @Test void forward_thatReturnsNoOutputs() {
    var f = new MultiCustom((ctx, in) -> new Tensor[0], (ctx, g) -> g);
    assertThat(f.apply(ones())).isEmpty();
    assertThat(f.apply()).isEmpty();
  }

  @Test void apply_withoutInputs() {
    assertThat(returning((ctx, in) -> Torch.ones(2)).apply().requiresGrad()).isFalse();
    assertThat(returning((ctx, in) -> Torch.ones(2)).apply((Tensor) null).requiresGrad()).isFalse();
  }

  @Test void apply_toAReleasedTensor() {
    Tensor gone = ones();
    gone.close();
    assertThatThrownBy(() -> new Cube().apply(gone)).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void forward_thatReturnsAReleasedTensor() {
    Custom f = returning((ctx, in) -> {
      Tensor y = in[0].mul(2);
      y.close();
      return y;
    });
    assertThatThrownBy(() -> f.apply(ones())).isInstanceOf(ReleasedTensorException.class);
    assertThatThrownBy(() -> f.apply(Torch.ones(2))).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void forward_thatSavesAReleasedTensor() {
    Custom f = returning((ctx, in) -> {
      Tensor y = in[0].mul(2);
      ctx.saveForBackward(y);
      y.close();
      return in[0].mul(3);
    });
    assertThatThrownBy(() -> f.apply(ones())).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void forward_thatReturnsATensorOfAnotherGraph() {
    Tensor other = ones();
    Tensor part = other.mul(5);
    Tensor x = ones();
    Tensor y = Custom.of((ctx, in) -> part, g -> g.mul(3)).apply(x);
    y.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[3.0, 3.0]");
    assertThat(other.grad()).isNull();
    part.sum().backward();
    assertThat(text(other.grad())).isEqualTo("[5.0, 5.0]");
  }

  @Test void forward_thatReturnsALeafOfItsOwn() {
    Tensor leaf = ones();
    Tensor x = ones();
    Custom.of((ctx, in) -> leaf, g -> g.mul(3)).apply(x).sum().backward();
    assertThat(text(x.grad())).isEqualTo("[3.0, 3.0]");
    assertThat(leaf.grad()).isNull();
  }

  @Test void backward_thatReturnsReleasedTensors() {
    Tensor y = Custom.of((ctx, in) -> in[0].mul(2), g -> {
      Tensor result = g.mul(2);
      result.close();
      return result;
    }).apply(ones());
    assertThatThrownBy(() -> y.sum().backward()).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void backward_thatReturnsNullCountsAsOneNull() {
    Tensor x = ones();
    new Custom((ctx, in) -> in[0].mul(2), (ctx, g) -> null).apply(x).sum().backward();
    assertThat(x.grad()).isNull();
    Tensor y = new Custom((ctx, in) -> in[0].mul(in[1]), (ctx, g) -> null).apply(ones(), ones());
    assertThatThrownBy(() -> y.sum().backward())
        .hasMessage("function CustomBackward returned an incorrect number of gradients (expected 2, got 1)");
  }

  @Test void backward_thatClosesWhatItGets() {
    Tensor x = ones();
    new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      return in[0].mul(2);
    }, (ctx, g) -> {
      Tensor result = g[0].mul(ctx.savedTensor(0));
      g[0].close();
      ctx.savedTensor(0).close();
      return new Tensor[] {result.mul(ctx.savedTensor(0))};
    }).apply(x).sum().backward();
    assertThat(text(x.grad())).isEqualTo("[1.0, 1.0]");
  }

  @Test void backward_thatChangesItsGradientInPlace() {
    Tensor x = ones();
    Tensor y = x.mul(1);
    Custom.of((ctx, in) -> in[0].mul(2), g -> g.mul_(10)).apply(y).mul(1).sum().backward();
    assertThat(text(x.grad())).isEqualTo("[10.0, 10.0]");
  }

  @Test void inferenceTensors_areInputsLikeOthers() {
    Tensor made;
    try (var inference = Torch.inferenceMode()) {
      made = Torch.ones(2);
      assertThat(new Two().apply(made, made).get(0).isInference()).isTrue();
    }
    Tensor x = ones();
    Tensor sum = new Custom((ctx, in) -> in[0].add(in[1]), (ctx, g) -> new Tensor[] {g[0], null}).apply(x, made);
    sum.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[1.0, 1.0]");
  }

  @Test void contextOfAnotherCall_isNoUse() {
    var contexts = new ArrayList<FunctionContext>();
    Custom f = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      contexts.add(ctx);
      return in[0].mul(2);
    }, (ctx, g) -> new Tensor[] {contexts.get(0).savedTensor(0)});
    f.apply(ones());
    Tensor second = f.apply(ones());
    assertThatThrownBy(() -> second.sum().backward()).isInstanceOf(TorchException.class)
        .hasMessage("FunctionContext: saved tensors are asked for outside backward (expected: in backward)");
  }

  @Test void backward_insideOfItsOwnBackward() {
    Tensor x = ones();
    var outputs = new ArrayList<Tensor>();
    int[] depth = {0};
    Custom f = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      return in[0].mul(2);
    }, (ctx, g) -> {
      if (depth[0]++ < 3) outputs.get(0).backward(Torch.ones(2), o -> o.retainGraph(true));
      return new Tensor[] {g[0].mul(ctx.savedTensor(0))};
    });
    outputs.add(f.apply(x));
    outputs.get(0).backward(Torch.ones(2));
    assertThat(text(x.grad())).isEqualTo("[4.0, 4.0]");
  }

  @Test void oneGraph_onEightThreadsAtOnce() throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(8);
    Tensor x = ones();
    Tensor y = new Two().apply(new Cube().apply(x), x).get(0).sum();
    try {
      var passes = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 8; thread++) {
        passes.add(pool.submit(() -> {
          for (int i = 0; i < 50; i++) {
            List<Tensor> grads = Autograd.grad(y, List.of(x), o -> o.retainGraph(true));
            assertThat(text(grads.get(0))).isEqualTo("[4.0, 4.0]");
          }
        }));
      }
      for (Future<?> pass : passes) pass.get();
    } finally {
      pool.shutdown();
    }
  }

  @Test void backward_onAnotherThreadAfterTheCollectorRan() throws InterruptedException, ExecutionException {
    var seen = new ArrayList<String>();
    Tensor[] leaf = {ones()};
    Tensor[] loss = {lossOf(leaf[0], seen)};
    collect();
    var pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(() -> loss[0].backward()).get();
    } finally {
      pool.shutdown();
    }
    assertThat(seen).containsExactly("hook [6.0, 6.0]", "backward [12.0, 12.0]", "leaf [36.0, 36.0]");
    assertThat(text(leaf[0].grad())).isEqualTo("[36.0, 36.0]");
  }

  /** A graph to which nothing on Java's side refers but its end. */
  private static Tensor lossOf(Tensor x, List<String> seen) {
    x.registerHook(g -> note(seen, "leaf " + text(g)));
    Tensor y = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0].mul(1));
      return in[0].mul(3);
    }, (ctx, g) -> {
      seen.add("backward " + text(g[0]));
      return new Tensor[] {g[0].mul(3).mul(ctx.savedTensor(0))};
    }).apply(x).mul(2);
    y.registerHook(g -> note(seen, "hook " + text(g)));
    return y.mul(6).sum();
  }

  private static Tensor note(List<String> seen, String what) {
    seen.add(what);
    return null;
  }
}
