package dev.jtorch.autograd;

import static dev.jtorch.autograd.Functions.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Functions.Bad;
import dev.jtorch.autograd.Functions.Cube;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code backward} may return, and what comes of it. */
class FunctionGradientsTest {
  private final ScenarioLog log = new ScenarioLog("functions/functions");

  private void returning(Functions.Backward backward, long... shape) {
    Tensor x = Torch.ones(shape).requiresGrad_();
    log.trial(() -> new Bad((ctx, in) -> in[0].mul(2), backward).apply(x).sum().backward());
    log.add(text(x.grad()));
  }

  private void returning(Functions.SimpleBackward backward, long... shape) {
    returning((ctx, g) -> new Tensor[] {backward.run(g[0])}, shape);
  }

  @Row("S4-203")
  @Test void gradients_thatDoNotFitAreRefused() {
    returning((ctx, g) -> new Tensor[] {g[0], g[0]}, 2);
    returning((ctx, g) -> new Tensor[] {g[0], null, null}, 2);
    returning(g -> Torch.ones(7), 1, 2, 1, 1);
    returning(g -> Torch.ones(3, 2), 2);
    returning(g -> Torch.ones(1), 2);
    returning(g -> Torch.ones(5, 1, 2), 2);
    returning(g -> Torch.ones(), 2);
    returning(g -> null, 2);
    returning(g -> g.to(DType.FLOAT64).mul(3), 2);
    returning(g -> Torch.ones(new long[] {2}, o -> o.dtype(DType.INT64)), 2);
    returning(g -> Torch.ones(new long[] {2}, o -> o.dtype(DType.COMPLEX64)), 2);
    returning(g -> g.to(Device.META), 2);
    log.trial(() -> new Bad((ctx, in) -> in[0].mul(in[1]), (ctx, g) -> g).apply(ones(), ones()).sum().backward());
    Tensor a = ones();
    Tensor b = Torch.ones(2);
    new Bad((ctx, in) -> in[0].mul(in[1]), (ctx, g) -> new Tensor[] {g[0], Torch.ones(9)}).apply(a, b).sum().backward();
    log.add(text(a.grad()) + " " + text(b.grad()));
    // of the complex gradient LibTorch says what its own code expected; JTorch says what was wrong
    assertThat(log.lines()).containsExactly(Arrays.stream(log.expected("wrong_gradients"))
        .map(line -> line.startsWith("Expected isFloatingType") ? "Function BadBackward returned an invalid gradient at"
            + " index 0 - expected a real dtype but got torch.complex64" : line)
        .toArray(String[]::new));
  }

  private final class Once extends Cube {
    @OnceDifferentiable
    @Override protected @Nullable Tensor[] backward(FunctionContext ctx, Tensor... g) {
      log.add(python(Torch.isGradEnabled()));
      return super.backward(ctx, g);
    }
  }

  private static String python(boolean value) { return value ? "True" : "False"; }

  private static Tensor grad(Tensor output, Tensor input, Tensor seed) {
    return Autograd.grad(List.of(output), List.of(input), o -> o.gradOutputs(List.of(seed)).createGraph(true)).get(0);
  }

  @Test void onceDifferentiable_refusesGradientsOfItsGradient() {
    Tensor a = ones();
    new Once().apply(a).sum().backward();
    log.add(text(a.grad()));
    log.add(python(grad(new Once().apply(a), a, Torch.ones(2)).requiresGrad()));
    Tensor seed = ones();
    Tensor g = grad(new Once().apply(a), a, seed);
    log.add(python(g.requiresGrad()) + " " + text(g));
    log.trial(() -> g.sum().backward());
    Tensor h = grad(new Once().apply(a), a, seed);
    log.trial(() -> Autograd.grad(h.sum(), List.of(a)));
    log.isThatOf("once");
  }
}
