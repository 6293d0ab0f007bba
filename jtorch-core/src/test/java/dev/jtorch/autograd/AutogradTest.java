package dev.jtorch.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private final Tensor a = Torch.tensor(new float[] {2, 3}).requiresGrad_();

  @Test void grad_accumulatesNowhere() {
    List<Tensor> grads = Autograd.grad(a.mul(a).sum(), List.of(a));
    assertThat(grads.get(0).toFloatArray()).containsExactly(4, 6);
    assertThat(a.grad()).isNull();
  }

  @Row("S4-115")
  @Test void grad_createGraphDifferentiatesTwice() {
    Tensor first = Autograd.grad(a.pow(3).sum(), List.of(a), o -> o.createGraph(true)).get(0);
    assertThat(first.detach().toFloatArray()).containsExactly(12, 27);
    assertThat(first.requiresGrad()).isTrue();
    assertThat(Autograd.grad(first.sum(), List.of(a)).get(0).toFloatArray()).containsExactly(12, 18);
  }

  @Test void grad_withOutputGradients() {
    Tensor seed = Torch.tensor(new float[] {10, 100});
    assertThat(Autograd.grad(a.mul(2), List.of(a), o -> o.gradOutputs(List.of(seed))).get(0).toFloatArray())
        .containsExactly(20, 200);
    assertThatThrownBy(() -> Autograd.grad(a.mul(2), List.of(a), o -> o.gradOutputs(List.of(seed, seed))))
        .isInstanceOf(TorchException.class).hasMessage("got 1 tensors and 2 gradients");
  }

  @Test void grad_unusedInput() {
    Tensor other = Torch.ones(2).requiresGrad_();
    assertThatThrownBy(() -> Autograd.grad(a.sum(), List.of(other))).isInstanceOf(TorchException.class)
        .hasMessageContaining("of the differentiated Tensors appears to not have been used in the graph");
    assertThat(Autograd.grad(a.sum(), List.of(other), o -> o.allowUnused(true)).get(0)).isNull();
    assertThat(Autograd.grad(a.sum(), List.of(other), o -> o.materializeGrads(true)).get(0).toFloatArray())
        .containsExactly(0, 0);
  }
}
