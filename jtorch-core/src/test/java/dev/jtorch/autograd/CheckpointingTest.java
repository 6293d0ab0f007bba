package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.functional.F;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CheckpointingTest {
  private final Tensor x = Torch.ones(2).requiresGrad_();
  private final Tensor weight = Torch.ones(2).requiresGrad_();

  @Test void checkpoint_givesTheSameGradients() {
    Tensor y = Checkpointing.checkpoint(in -> in.mul(weight).exp(), x);
    assertThat(y.gradFn()).isEqualTo("CheckpointFunctionBackward");
    y.sum().backward();
    assertThat(x.grad()).hasToString("tensor([2.7183, 2.7183])");
    assertThat(weight.grad()).hasToString("tensor([2.7183, 2.7183])");
  }

  @Test void checkpoint_reachesParametersWhereNoInputRequiresGradients() {
    Checkpointing.checkpoint(in -> in.mul(weight).exp(), x.detach()).sum().backward();
    assertThat(weight.grad()).hasToString("tensor([2.7183, 2.7183])");
  }

  @Test void checkpoint_drawsTheSameRandomNumbers() {
    Tensor ones = Torch.ones(1000).requiresGrad_();
    Tensor y = Checkpointing.checkpoint(in -> F.dropout(in, 0.5, true), ones);
    Torch.rand(7);
    y.sum().backward();
    assertThat(ones.grad().equal(y.detach())).isTrue();
  }

  @Test void checkpoint_computesAgainOnlyInTheBackwardPass() {
    var calls = new AtomicInteger();
    Tensor y = Checkpointing.checkpoint(in -> {
      calls.incrementAndGet();
      return in.exp();
    }, x);
    assertThat(calls).hasValue(1);
    y.sum().backward();
    assertThat(calls).hasValue(2);
  }

  @Test void checkpoint_ofSeveralTensors() {
    List<Tensor> outputs = Checkpointing.checkpoint(in -> new Tensor[] {in[0].mul(in[1]), in[0].add(in[1])},
        new Tensor[] {x, weight}, o -> o);
    outputs.get(0).mul(3).sum().add(outputs.get(1).sum()).backward();
    assertThat(x.grad()).hasToString("tensor([4., 4.])");
    assertThat(weight.grad()).hasToString("tensor([4., 4.])");
  }

  @Test void checkpointSequential_cutsTheChain() {
    List<UnaryOperator<Tensor>> chain =
        List.of(Tensor::exp, t -> t.mul(weight), Tensor::sin, t -> t.mul(2), Tensor::cos);
    Tensor plain = x;
    for (UnaryOperator<Tensor> f : chain) plain = f.apply(plain);
    List<Tensor> expected = Autograd.grad(plain.sum(), List.of(x, weight));
    Checkpointing.checkpointSequential(chain, 2, x).sum().backward();
    assertThat(x.grad().equal(expected.get(0))).isTrue();
    assertThat(weight.grad().equal(expected.get(1))).isTrue();
    assertThatThrownBy(() -> Checkpointing.checkpointSequential(chain, 6, x))
        .hasMessage("checkpointSequential: segments is 6 (expected: from 1 to the 5 functions)");
  }

  @Test void errors_areThoseOfPython() {
    Tensor y = Checkpointing.checkpoint(in -> in.mul(weight).exp(), x);
    assertThatThrownBy(() -> Autograd.grad(y.sum(), List.of(x))).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("torch.utils.checkpoint is incompatible with .grad() or passing an `inputs` parameter");
    Tensor detached = Checkpointing.checkpoint(Tensor::detach, x);
    assertThatThrownBy(() -> detached.sum().backward())
        .hasMessage("none of output has requires_grad=True, this checkpoint() is not necessary");
  }
}
