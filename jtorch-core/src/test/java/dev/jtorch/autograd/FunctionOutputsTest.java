package dev.jtorch.autograd;

import static dev.jtorch.autograd.Functions.ones;
import static dev.jtorch.testing.ScenarioLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.autograd.Functions.Custom;
import dev.jtorch.autograd.Functions.MultiCustom;
import dev.jtorch.testing.ScenarioLog;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function's outputs are: new tensors, inputs changed in place, inputs as they are, tensors without gradient. */
class FunctionOutputsTest {
  private final ScenarioLog log = new ScenarioLog("functions/functions");
  private final Custom doubled = Custom.of((ctx, in) -> {
    in[0].mul_(2);
    ctx.markDirty(in[0]);
    return in[0];
  }, g -> g.mul(2));

  private static String python(boolean value) { return value ? "True" : "False"; }

  private static String same(Tensor a, Tensor b) { return python(a.isSameAs(b)); }

  @Test void dirtyInputs_takeTheFunctionIntoTheirHistory() {
    log.trial(() -> doubled.apply(ones()));
    Tensor z = ones().mul(3);
    Tensor y = doubled.apply(z);
    log.add(same(y, z) + " " + z.gradFn() + " " + z.version() + " " + text(z));
    Tensor x = Torch.ones(4).requiresGrad_();
    Tensor base = x.mul(1);
    Tensor view = base.narrow(0, 0, 2);
    log.add(same(doubled.apply(view), view) + " " + text(base));
    base.mul(Torch.arange(1f, 5f)).sum().backward();
    log.add(text(x.grad()));
    Custom lost = Custom.of((ctx, in) -> {
      in[0].mul_(2);
      ctx.markDirty(in[0]);
      return in[0].mul(1);
    }, g -> g);
    log.trial(() -> lost.apply(ones().mul(1)));
    Tensor plain = Torch.ones(2);
    Tensor changed = doubled.apply(plain);
    log.add(same(changed, plain) + " " + python(changed.requiresGrad()));
    log.isThatOf("dirty");
  }

  @Test void outputs_withoutGradient() {
    List<Tensor> outputs = new MultiCustom((ctx, in) -> {
      Tensor[] all = {in[0].mul(2), in[0].gt(0), in[0].mul(3)};
      ctx.markNonDifferentiable(all[2]);
      return all;
    }, (ctx, g) -> {
      log.add(Arrays.stream(g).map(Tensor::dtype).toList() + " "
          + text(g));
      return new Tensor[] {g[0]};
    }).apply(ones());
    log.add(outputs.stream().map(Tensor::requiresGrad).map(FunctionOutputsTest::python).toList().toString());
    outputs.get(0).sum().backward();
    log.isThatOf("not_differentiable");
  }

  @Test void gradients_areNotMaterializedIfTheFunctionDoesNotWantIt() {
    Tensor x = ones();
    List<Tensor> y = new MultiCustom((ctx, in) -> {
      ctx.setMaterializeGrads(false);
      return new Tensor[] {in[0].mul(2), in[0].mul(3)};
    }, (ctx, g) -> {
      log.add(text(g));
      return new Tensor[] {g[0]};
    }).apply(x);
    y.get(0).sum().backward(o -> o.retainGraph(true));
    log.add(text(x.grad()));
    y.get(1).sum().backward();
    log.add(text(x.grad()));
    log.isThatOf("not_materialized");
  }

  @Test void inputs_thatComeOutAreTensorsOfTheirOwnOnTheSameStorage() {
    Custom same = Custom.of((ctx, in) -> in[0], g -> g.mul(5));
    Tensor a = ones();
    Tensor y = same.apply(a);
    log.add(same(y, a) + " " + python(y.dataPtr() == a.dataPtr()) + " " + y.gradFn());
    y.sum().backward();
    log.add(text(a.grad()));
    Tensor plain = Torch.ones(2);
    Tensor z = same.apply(plain);
    log.add(python(z.dataPtr() == plain.dataPtr()) + " " + python(z.requiresGrad()));
    Custom view = Custom.of((ctx, in) -> in[0].select(0, 0), g -> Torch.stack(List.of(g.mul(3), g.mul(0))));
    a.grad(null);
    Tensor first = view.apply(a);
    log.add(python(first.dataPtr() == a.dataPtr()) + " " + text(first));
    first.backward();
    log.add(text(a.grad()));
    log.isThatOf("input_returned");
  }

  /** PyTorch gives the whole gradient of a tensor that is returned twice to its last place; here each place has its own. */
  @Test void tensor_returnedTwiceHasTwoGradients() {
    Tensor a = ones();
    List<Tensor> twice = new MultiCustom((ctx, in) -> {
      Tensor y = in[0].mul(2);
      return new Tensor[] {y, y};
    }, (ctx, g) -> new Tensor[] {g[0].mul(10).add(g[1])}).apply(a);
    twice.get(0).add(twice.get(1).mul(2)).sum().backward();
    assertThat(text(a.grad())).isEqualTo("[12.0, 12.0]");
  }
}
