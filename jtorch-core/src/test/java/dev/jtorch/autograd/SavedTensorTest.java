package dev.jtorch.autograd;

import static dev.jtorch.autograd.Functions.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.Functions.Between;
import dev.jtorch.autograd.Functions.Cube;
import dev.jtorch.autograd.Functions.Custom;
import dev.jtorch.autograd.Functions.Exp;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.ScenarioLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavedTensorTest {
  private final ScenarioLog log = new ScenarioLog("functions/functions");

  private static String rounded(Tensor tensor) { return text(tensor.mul(64).round()); }

  private static Tensor grad(Tensor output, Tensor input) {
    return Autograd.grad(output.sum(), List.of(input), o -> o.createGraph(true)).get(0);
  }

  @Test void gradientsOfGradients_goThroughInputsAndOutputs() {
    for (Function f : List.of(new Cube(), new Exp(), new Between())) {
      Tensor x = Torch.tensor(new double[] {0.5, 2}).requiresGrad_();
      Tensor g = grad(f.apply(x), x);
      log.add(f.getClass().getSimpleName() + (g.gradFn() == null ? " False " : " True ") + rounded(g));
      if (f instanceof Between) continue;
      Tensor h = grad(g, x);
      log.add(rounded(h));
      log.add(rounded(grad(h, x)));
    }
    log.isThatOf("gradient_of_gradient");
  }

  @Test void gradientsOfGradients_goThroughTheSeedToo() {
    for (Function f : List.of(new Cube(), new Exp())) {
      Tensor x = ones();
      Tensor v = Torch.full(new long[] {2}, 4f).requiresGrad_();
      Tensor g = Autograd.grad(List.of(f.apply(x.mul(2))), List.of(x), o -> o.gradOutputs(List.of(v)).createGraph(true))
          .get(0);
      List<Tensor> both = Autograd.grad(g.mul(g).sum(), List.of(x, v));
      log.add(text(both.get(0).div(16).round()) + " " + text(both.get(1).div(16).round()));
    }
    log.isThatOf("gradient_of_gradient_by_seed");
  }

  @Row("S4-199")
  @Test void savedTensors_areFreedUnlessTheGraphIsRetained() {
    Tensor x = ones();
    Tensor y = new Cube().apply(x);
    y.sum().backward(o -> o.retainGraph(true));
    y.sum().backward();
    log.add(text(x.grad()));
    log.trial(() -> y.sum().backward());
    log.isThatOf("saved_gone");
  }

  @Row("S4-199")
  @Test void savedTensors_thatWereChangedInPlaceAreRefused() {
    Tensor w = ones().mul(1);
    Tensor cubed = new Cube().apply(w);
    w.add_(1);
    log.trial(() -> cubed.sum().backward());
    Tensor x = Torch.tensor(new float[] {1, 1}).requiresGrad_(); // which nothing has filled in place
    Tensor exp = new Exp().apply(x);
    exp.add_(1);
    log.trial(() -> exp.sum().backward());
    Tensor again = new Cube().apply(x);
    try (var quiet = Torch.noGrad()) {
      x.add_(1);
    }
    log.trial(() -> again.sum().backward());
    log.isThatOf("saved_changed");
  }

  @Row("S4-199")
  @Test void savedTensors_outliveTheScopeOfForward() {
    Tensor x = ones();
    Tensor y;
    try (var scope = Scope.open()) {
      y = new Between().apply(x.mul(1).mul(1)).keep();
    }
    y.sum().backward();
    assertThat(text(x.grad())).isEqualTo("[3.0, 3.0]");
  }

  @Test void savedTensors_areThereInBackwardOnly() {
    var contexts = new ArrayList<FunctionContext>();
    var f = new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0], null);
      contexts.add(ctx);
      return in[0].mul(1);
    }, (ctx, g) -> {
      assertThat(ctx.savedTensors()).hasSize(2).last().isNull();
      assertThatThrownBy(() -> ctx.savedTensor(1)).hasMessage("FunctionContext: saved tensor 1 is null");
      assertThatThrownBy(() -> ctx.savedTensor(2))
          .hasMessage("FunctionContext: saved tensor 2 (expected: one of 2)");
      assertThatThrownBy(() -> ctx.savedTensor(-1))
          .hasMessage("FunctionContext: saved tensor -1 (expected: one of 2)");
      return g;
    });
    Tensor y = f.apply(ones());
    assertThatThrownBy(() -> contexts.get(0).savedTensor(0)).isInstanceOf(TorchException.class)
        .hasMessage("FunctionContext: saved tensors are asked for outside backward (expected: in backward)");
    y.sum().backward();
    assertThatThrownBy(() -> contexts.get(0).savedTensor(0)).hasMessage(log.expected("saved_gone")[1]);
  }

  @Test void saveForBackward_takesTheLastCall() {
    Tensor x = ones();
    new Custom((ctx, in) -> {
      ctx.saveForBackward(in[0]);
      ctx.saveForBackward(in[0].mul(5));
      return in[0].mul(1);
    }, (ctx, g) -> new Tensor[] {ctx.savedTensor(0)}).apply(x).sum().backward();
    assertThat(text(x.grad())).isEqualTo("[5.0, 5.0]");
  }
}
