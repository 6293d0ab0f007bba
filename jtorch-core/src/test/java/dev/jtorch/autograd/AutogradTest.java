package dev.jtorch.autograd;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Complex;
import dev.jtorch.IndexException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private static final String UNUSED =
      "One of the differentiated Tensors appears to not have been used in the graph. Set"
          + " allow_unused=True if this is the desired behavior.";

  private final Tensor a = Torch.tensor(new float[] {2, 3}).requiresGrad_();
  private final Tensor other = Torch.ones(2).requiresGrad_();

  private static void fails(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TorchException.class).hasMessage(message);
  }

  private static float[] floats(@Nullable Tensor tensor) { return tensor.detach().toFloatArray(); }

  @Test void grad_accumulatesNowhere() {
    assertThat(floats(Autograd.grad(a.mul(a).sum(), List.of(a)).get(0))).containsExactly(4, 6);
    assertThat(a.grad()).isNull();
  }

  @Test void grad_createGraph_differentiatesTwice() {
    Tensor first = Autograd.grad(a.pow(3).sum(), List.of(a), o -> o.createGraph(true)).get(0);
    assertThat(floats(first)).containsExactly(12, 27);
    assertThat(first.requiresGrad()).isTrue();
    assertThat(floats(Autograd.grad(first.sum(), List.of(a)).get(0))).containsExactly(12, 18);
  }

  @Test void grad_retainGraph() {
    Tensor loss = a.pow(2).sum();
    for (int i = 0; i < 2; i++) Autograd.grad(loss, List.of(a), o -> o.retainGraph(true));
    Autograd.grad(loss, List.of(a), o -> o.createGraph(true).retainGraph(false));
    assertThatThrownBy(() -> Autograd.grad(loss, List.of(a))).hasMessageStartingWith(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been"
            + " freed).");
  }

  @Test void grad_ofSeveralOutputs_isTheSum() {
    List<Tensor> outputs = List.of(a.sum(), a.mul(2));
    List<@Nullable Tensor> seeds = Arrays.asList(null, Torch.ones(2));
    assertThat(floats(Autograd.grad(outputs, List.of(a), o -> o.gradOutputs(seeds)).get(0))).containsExactly(3, 3);
  }

  @Test void grad_outputGradientsThatDoNotFit() {
    Tensor y = a.mul(2);
    List<Tensor> in = List.of(a);
    fails(() -> Autograd.grad(y, in), "grad can be implicitly created only for scalar outputs");
    fails(() -> Autograd.grad(y, in, o -> o.gradOutputs(List.of(a, a))), "got 1 tensors and 2 gradients");
    fails(() -> Autograd.grad(y, in, o -> o.gradOutputs(Torch.ones(3))),
        "Mismatch in shape: grad_output[0] has a shape of"
            + " torch.Size([3]) and output[0] has a shape of torch.Size([2]).");
    fails(() -> Autograd.grad(y, in, o -> o.gradOutputs(Torch.ones(2).mul(Complex.of(0, 1)))),
        "For complex Tensors, both"
            + " grad_output and output are required to have the same dtype. Mismatch in dtype: grad_output[0] has a dtype of"
            + " torch.complex64 and output[0] has a dtype of torch.float32.");
    fails(() -> Autograd.grad(a.get(0).mul(Complex.of(0, 1)), in),
        "grad can be implicitly created only for real scalar outputs but got torch.complex64");
    assertThat(floats(Autograd.grad(y, in, o -> o.gradOutputs(Torch.ones(2).toDouble())).get(0))).containsExactly(2, 2);
  }

  @Test void grad_inputsThatDoNotFit() {
    fails(() -> Autograd.grad(a.sum(), List.of()), "grad requires non-empty inputs.");
    fails(() -> Autograd.grad(a.sum(), List.of(Torch.ones(2))),
        "One of the differentiated Tensors does not require grad");
    fails(() -> Autograd.grad(List.of(a.sum(), Torch.scalar(1.0)), List.of(a), o -> o),
        "element 1 of tensors does not require grad and does not have a grad_fn");
  }

  @Test void grad_unusedInput() {
    List<Tensor> in = List.of(a, other);
    fails(() -> Autograd.grad(a.sum(), in), UNUSED);
    assertThat(Autograd.grad(a.sum(), in, o -> o.allowUnused(true)).get(1)).isNull();
    List<Tensor> zeros = Autograd.grad(a.sum(), in, o -> o.materializeGrads(true).createGraph(true));
    assertThat(floats(zeros.get(1))).containsExactly(0, 0);
    assertThat(zeros.get(1).requiresGrad()).isTrue();
    assertThat(zeros.get(0).requiresGrad()).isFalse();
    fails(() -> Autograd.grad(a.sum(), in, o -> o.materializeGrads(true).allowUnused(false)),
        "Expected allow_unused to be"
            + " True or not passed when materialize_grads=True, but got: allow_unused=False.");
  }

  @Test void grad_batched() {
    Tensor batch = Torch.eye(2);
    try (var scope = Scope.open()) {
      Tensor y = a.mul(a);
      Tensor jacobian = Autograd.grad(y, List.of(a), o -> o.gradOutputs(batch).isGradsBatched(true)).get(0);
      assertThat(jacobian).isIdenticalTo(Torch.tensor(new float[][] {{4, 0}, {0, 6}}));
      assertThat(scope.size()).isEqualTo(3);
      assertThatThrownBy(() -> Autograd.grad(y, List.of(a), o -> o.gradOutputs(batch).isGradsBatched(true)))
          .hasMessageContaining("a second time");
    }
    List<Tensor> sums = Autograd.grad(a.sum(), List.of(a, other),
        o -> o.gradOutputs(Torch.ones(3)).isGradsBatched(true).allowUnused(true));
    assertThat(sums.get(0)).isIdenticalTo(Torch.ones(3, 2));
    assertThat(sums.get(1)).isNull();
  }

  @Test void grad_batchesThatDoNotFit() {
    List<Tensor> in = List.of(a);
    fails(() -> Autograd.grad(a.mul(2), in, o -> o.gradOutputs(Torch.ones(3, 3)).isGradsBatched(true)),
        "If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch dimension. The sizes of"
            + " the remaining dimensions are expected to match the shape of corresponding output, but a mismatch was detected:"
            + " grad_output[0] has a shape of torch.Size([3]) and output[0] has a shape of torch.Size([2]). If you only want"
            + " some tensors in `grad_output` to be considered batched, consider using vmap.");
    fails(() -> Autograd.grad(List.of(a.sum(), a.sum()), in,
        o -> o.gradOutputs(List.of(Torch.ones(3), Torch.ones(2))).isGradsBatched(true)),
        "vmap: Expected all tensors to have"
            + " the same size in the mapped dimension, got sizes [3, 2] for the mapped dimension");
    assertThatThrownBy(() -> Autograd.grad(a.sum(), in, o -> o.gradOutputs(Torch.scalar(1.0)).isGradsBatched(true)))
        .isInstanceOf(IndexException.class)
        .hasMessage("Autograd.grad: gradOutputs[0] has a shape of torch.Size([]) (expected:"
            + " at least one gradient in the first dimension, because isGradsBatched is true)");
    fails(() -> Autograd.grad(a.sum(), in, o -> o.isGradsBatched(true)),
        "Autograd.grad: gradOutputs has a null (expected: a"
            + " batch of gradients for each output, because isGradsBatched is true)");
  }

  @Test void backward_ofSeveralTensors() {
    Autograd.backward(List.of(a.sum(), a.pow(2).sum()));
    assertThat(floats(a.grad())).containsExactly(5, 7);
    Autograd.backward(List.of(a.mul(2), other.sum()), Arrays.asList(Torch.tensor(new float[] {1, 10}), null));
    assertThat(floats(a.grad())).containsExactly(7, 27);
    assertThat(floats(other.grad())).containsExactly(1, 1);
    Autograd.backward(List.of());
  }

  @Test void backward_withOptions() {
    Tensor y = a.mul(2);
    List<Tensor> both = List.of(y.pow(2).sum(), other.sum());
    Autograd.backward(both, o -> o.retainGraph(true).inputs(List.of(y)));
    assertThat(floats(y.grad())).containsExactly(8, 12);
    assertThat(a.grad()).isNull();
    Autograd.backward(both, Arrays.asList(null, Torch.scalar(3.0)), o -> o.createGraph(true));
    assertThat(a.grad().requiresGrad()).isTrue();
    assertThat(floats(other.grad())).containsExactly(3, 3);
    fails(() -> Autograd.backward(both, o -> o.inputs(List.of())),
        "`inputs` argument to `backward()` cannot be empty.");
    a.grad(null); // the gradient's graph leads back to the leaf that holds it
  }

  @Row("S4-114")
  @Test void backward_tensorsThatDoNotFit() {
    fails(() -> a.mul(2).backward(), "grad can be implicitly created only for scalar outputs");
    fails(() -> Autograd.backward(List.of(a.sum(), a.mul(2))),
        "grad can be implicitly created only for scalar outputs");
    fails(() -> Autograd.backward(List.of(a.sum(), a.sum()), List.of()), "got 2 tensors and 0 gradients");
    fails(() -> Autograd.backward(List.of(a.sum(), Torch.scalar(1.0))),
        "element 1 of tensors does not require grad and does not have a grad_fn");
    Tensor loss = a.mul(other).sum();
    loss.backward();
    assertThat(floats(a.grad())).containsExactly(1, 1);
    assertThat(floats(other.grad())).containsExactly(2, 3);
    a.mul(other).sum().backward();
    assertThat(floats(other.grad())).as("accumulated").containsExactly(4, 6);
  }
}
