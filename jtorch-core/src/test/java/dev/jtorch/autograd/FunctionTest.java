package dev.jtorch.autograd;

import static dev.jtorch.autograd.Functions.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.Functions.Cube;
import dev.jtorch.autograd.Functions.Custom;
import dev.jtorch.autograd.Functions.Two;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionTest {
  private final ScenarioLog log = new ScenarioLog("functions/functions");

  private static String none(@Nullable String gradFn) { return gradFn == null ? "None" : gradFn; }

  @Row({"S4-198", "S4-203"})
  @Test void function_ofTwoInputsAndOutputs() {
    Tensor a = Torch.full(new long[] {2}, 2f).requiresGrad_();
    Tensor b = Torch.full(new long[] {2}, 3f).requiresGrad_();
    List<Tensor> first = new Two().apply(a, b);
    log.add(first.get(0).gradFn() + " " + first.get(1).gradFn() + (first.get(0).isLeaf() ? " True" : " False"));
    first.get(0).mul(5).add(first.get(1).mul(7)).sum().backward();
    log.add(text(a.grad()) + " " + text(b.grad()));
    a.grad(null);
    new Two().apply(a, b.detach()).get(1).sum().backward();
    log.add(text(a.grad()));
    a.grad(null);
    List<Tensor> twice = new Two().apply(a, a);
    twice.get(0).add(twice.get(1)).sum().backward();
    log.add(text(a.grad()));
    try (var quiet = Torch.noGrad()) {
      log.add(none(new Two().apply(a, b).get(0).gradFn()));
    }
    log.add(none(new Two().apply(a.detach(), b.detach()).get(0).gradFn()));
    log.isThatOf("two_in_two_out");
  }

  @Row("S4-198")
  @Test void output_printsItsFunction() {
    assertThat(new Two().apply(ones(), ones()).get(0)).hasToString("tensor([1., 1.], grad_fn=<TwoBackward>)");
  }

  private static final class NoBackward extends Function {
    @Override protected Tensor forward(FunctionContext ctx, Tensor... in) { return in[0].mul(2); }
  }

  /** Python's third line, for a function that was instantiated and called, has no counterpart: in Java it always is. */
  @Row("S4-198")
  @Test void backward_missingIsToldWhenItIsNeeded() {
    Tensor y = new NoBackward().apply(ones());
    log.add(y.gradFn());
    log.trial(() -> y.sum().backward());
    assertThat(log.lines()).containsExactly(log.expected("backward_missing")[0], log.expected("backward_missing")[1]);
    assertThatThrownBy(() -> new NoBackward().apply(ones()).sum().backward()).isInstanceOf(TorchException.class);
  }

  private final class TimesField extends Function {
    private final int n;

    TimesField(int n) {
      this.n = n;
    }

    @Override protected Tensor forward(FunctionContext ctx, @Nullable Tensor... in) {
      logNeeds(ctx, "");
      ctx.set("n", n);
      return in[0].mul(n).add(in[1]);
    }

    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      logNeeds(ctx, " " + ctx.get("n", Integer.class));
      return new @Nullable Tensor[] {g[0].mul(ctx.get("n", Integer.class)), g[0], null};
    }

    private void logNeeds(FunctionContext ctx, String more) {
      boolean[] needs = ctx.needsInputGrad();
      assertThat(needs).hasSize(3);
      // Python's function has the number among its inputs; here it is a field
      log.add(
          "[" + python(needs[0]) + ", False, " + python(needs[1]) + ", " + python(ctx.needsInputGrad(2)) + "]" + more);
    }
  }

  private static String python(boolean value) { return value ? "True" : "False"; }

  @Row({"S4-202", "S4-203"})
  @Test void needsInputGrad_andWhatIsNoTensor() {
    Tensor a = ones();
    Tensor b = Torch.ones(2);
    new TimesField(4).apply(a, b, null).sum().backward();
    log.add(text(a.grad()) + " " + text(b.grad()));
    log.isThatOf("needs_input_grad");
  }

  @Row("S4-202")
  @Test void get_ofAnUnknownNameSaysWhatIsThere() {
    Tensor y = Custom.of((ctx, in) -> {
      ctx.set("p", 2);
      assertThat(ctx.get("p", Number.class)).isEqualTo(2);
      assertThatThrownBy(() -> ctx.get("p", String.class)).isInstanceOf(TorchException.class)
          .hasMessage("FunctionContext: 'p' is 2 (expected: a String that forward has set)");
      assertThatThrownBy(() -> ctx.get("q", String.class))
          .hasMessage("FunctionContext: 'q' is null (expected: a String that forward has set)");
      return in[0].mul(1);
    }, g -> g).apply(ones());
    assertThat(y.requiresGrad()).isTrue();
  }

  @Test void function_inAnotherOnesForwardAndBackward() {
    var cube = new Cube();
    var outer = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      log.add(python(Torch.isGradEnabled()) + " " + python(cube.apply(in[0]).requiresGrad()));
      return in[0].mul(2);
    }, (ctx, g) -> new Tensor[] {g[0].mul(cube.apply(ctx.savedTensor(0)))});
    Tensor x = Torch.tensor(new float[] {2, 3}).requiresGrad_();
    Tensor g = Autograd.grad(outer.apply(x).sum(), List.of(x), o -> o.createGraph(true)).get(0);
    log.add(text(g));
    log.add(text(Autograd.grad(g.sum(), List.of(x)).get(0)));
    log.isThatOf("nested");
  }

  @Test void hooks_onInputsAndOutputs() {
    Tensor a = ones().mul(2);
    Tensor b = ones().mul(3);
    List<Tensor> outputs = new Two().apply(a, b);
    Tensor p = outputs.get(0);
    Tensor q = outputs.get(1);
    p.registerHook(g -> {
      log.add("p " + text(g));
      return g.mul(10);
    });
    q.registerHook(g -> log.add("q " + text(g)));
    p.retainGrad();
    p.add(q.mul(2)).sum().backward();
    log.add(text(p.grad()));
    Tensor x = ones();
    x.registerHook(g -> {
      log.add("x " + text(g));
      return g.mul(2);
    });
    log.add(text(Autograd.grad(new Cube().apply(x).sum(), List.of(x)).get(0)));
    log.isThatOf("hooked");
  }

  @Test void function_ofComplexAndDoubleNumbers() {
    var square = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      return in[0].mul(in[0]);
    }, (ctx, g) -> new Tensor[] {g[0].mul(2).mul(ctx.savedTensor(0).conj())});
    Tensor z = Torch.viewAsComplex(Torch.tensor(new float[][] {{1, 2}, {3, -1}})).requiresGrad_();
    square.apply(z).abs().pow(2).sum().backward();
    log.add(text(Torch.viewAsReal(z.grad())));
    Tensor x = Torch.tensor(new double[] {0.1, 0.2}).requiresGrad_();
    new Cube().apply(x).sum().backward();
    log.add((x.grad().dtype() == DType.FLOAT64 ? "torch.float64 " : "") + text(x.grad().mul(1e12).round()));
    assertThat(log.lines()).containsExactly(log.expected("complex_and_double")[0],
        log.expected("complex_and_double")[1].replace("30000000000.0", "3.0E10").replace("120000000000.0", "1.2E11"));
  }

  @Test void exceptions_comeOutAsTheyAre() {
    var failure = new IllegalArgumentException("forward failed");
    assertThatThrownBy(() -> Custom.of((ctx, in) -> {
      throw failure;
    }, g -> g).apply(ones())).isSameAs(failure);
    log.add(failure.getMessage());
    var error = new AssertionError("backward failed");
    Tensor x = ones();
    Tensor y = Custom.of((ctx, in) -> in[0].mul(2), g -> {
      log.add(error.getMessage());
      throw error;
    }).apply(x);
    assertThatThrownBy(() -> y.sum().backward(o -> o.retainGraph(true))).isSameAs(error);
    assertThatThrownBy(() -> Autograd.grad(y.sum(), List.of(x))).isSameAs(error);
    log.add(text(x.grad()));
    log.isThatOf("leaf_errors");
  }

  /** Checked exceptions too, which Java code can throw past the compiler. */
  @Test void exception_thatIsCheckedComesOutAsItIs() {
    var failure = new java.io.IOException("disk full");
    Tensor y = Custom.of((ctx, in) -> in[0].mul(2), g -> FunctionTest.<Tensor, RuntimeException>sneak(failure))
        .apply(ones());
    assertThatThrownBy(() -> y.sum().backward()).isSameAs(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // which is how Lombok and Kotlin throw them
  private static <T, E extends Throwable> T sneak(Throwable failure) throws E { throw (E) failure; }

  @Test void functions_runOnEightThreadsAtOnce() throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(8);
    Tensor shared = Torch.full(new long[] {2}, 2f).requiresGrad_().keepForever();
    var cube = new Cube();
    try {
      var results = new ArrayList<Future<String>>();
      for (int thread = 0; thread < 8; thread++) {
        float own = thread;
        results.add(pool.submit(() -> {
          String last = "";
          for (int i = 0; i < 100; i++) {
            Tensor x = Torch.full(new long[] {2}, own).requiresGrad_();
            cube.apply(new Two().apply(x, shared).get(0)).sum().backward();
            last = text(x.grad());
          }
          return last;
        }));
      }
      for (int thread = 0; thread < 8; thread++) {
        double grad = 24.0 * thread * thread;
        assertThat(results.get(thread).get()).isEqualTo("[" + grad + ", " + grad + "]");
      }
    } finally {
      pool.shutdown();
    }
    // 100 passes of 8 threads, each adding 3 (2 t)² t: sums of whole numbers that float holds
    assertThat(shared.grad().select(0, 0).item()).isEqualTo(100 * 12.0 * (1 + 8 + 27 + 64 + 125 + 216 + 343));
  }
}
