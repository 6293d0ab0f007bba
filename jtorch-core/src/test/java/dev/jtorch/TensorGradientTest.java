package dev.jtorch;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.nn.Parameter;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

/** What a tensor knows of its part in a graph, and how values get past it. */
class TensorGradientTest {
  private final Tensor a = Torch.tensor(new float[] {2, 3}).requiresGrad_();

  @Row("S4-150")
  @Test void tensor_isData_gradientAndNode() {
    assertThat(Torch.ones(1)).isExactlyInstanceOf(Tensor.class);
    assertThat(Torch.ones(1).requiresGrad()).isFalse();
    assertThat(Torch.ones(1).isLeaf()).isTrue();
    assertThat(a.gradFn()).isNull();
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.grad()).isNull();
    Tensor y = a.mul(2);
    assertThat(y.gradFn()).isEqualTo("MulBackward0");
    assertThat(y.requiresGrad()).isTrue();
    assertThat(y.isLeaf()).isFalse();
    y.sum().backward();
    assertThat(a.grad().toFloatArray()).containsExactly(2, 2);
    assertThat(a.data().requiresGrad()).isFalse();
    assertThat(a.data().dataPtr()).isEqualTo(a.dataPtr());
  }

  @Row("S4-012")
  @Test void detach_sharesElementsAndVersion_andBlocksGradients() {
    Tensor y = a.mul(2);
    Tensor view = y.detach();
    assertThat(view.dataPtr()).isEqualTo(y.dataPtr());
    assertThat(view.requiresGrad()).isFalse();
    assertThat(view.isLeaf()).isTrue();
    view.add_(1);
    assertThat(y.detach()).isIdenticalTo(Torch.tensor(new float[] {5, 7}));
    assertThat(y.version()).isEqualTo(1);
    assertThat(view.version()).isEqualTo(1);
    assertThat(y.requiresGrad()).as("the original stays in its graph").isTrue();
    assertThat(y.gradFn()).isEqualTo("MulBackward0");
    a.mul(a.detach()).sum().backward();
    assertThat(a.grad().toFloatArray()).as("d(a · const)").containsExactly(2, 3);
  }

  @Row("S4-012")
  @Test void detach_writtenThrough_isNoticedByBackward() {
    Tensor y = a.exp();
    Tensor loss = y.sum();
    y.detach().zero_();
    assertThatThrownBy(loss::backward).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("one of the variables needed"
            + " for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of"
            + " ExpBackward0, is at version 1; expected version 0 instead.");
  }

  @Row("S4-012")
  @Test void data_writtenThrough_isSilentAndWrong() {
    Tensor y = a.exp();
    y.data().zero_();
    assertThat(y.version()).isZero();
    y.sum().backward();
    assertThat(a.grad().toFloatArray()).containsExactly(0, 0);
  }

  @Row("S4-152")
  @Test void parameter_isALeafOfAFloatingType() {
    var parameter = new Parameter(a.mul(2));
    assertThat(parameter).isInstanceOf(Tensor.class);
    assertThat(parameter.requiresGrad()).isTrue();
    assertThat(parameter.isLeaf()).isTrue();
    assertThat(parameter.gradFn()).isNull();
    assertThatThrownBy(() -> new Parameter(Torch.tensor(new long[] {1, 2}))).isInstanceOf(DTypeException.class)
        .hasMessage("Only Tensors of floating point and complex dtype can require gradients");
    assertThat(new Parameter(Torch.zeros(new long[] {2}, o -> o.dtype(DType.COMPLEX64))).requiresGrad()).isTrue();
  }

  /** Parameters outlive the graph because they are leaves: backward takes {@code retainGraph} and nothing else of the kind. */
  @Row("S4-152")
  @Test void parameter_outlivesTheGraph() {
    var parameter = new Parameter(Torch.ones(2));
    for (int i = 0; i < 2; i++) parameter.pow(2).sum().backward();
    assertThat(parameter.grad().toFloatArray()).containsExactly(4, 4);
    assertThat(new BackwardOptions()).hasToString("BackwardOptions[retainGraph=null, createGraph=false, inputs=null]");
  }

  @Row("S4-153")
  @Test void step_throughData_bypassesTheGraph() {
    Tensor w = Torch.tensor(new float[] {1, 2}).requiresGrad_();
    w.pow(2).sum().backward();
    w.data(w.data().sub(w.grad().data().mul(0.1)));
    assertThat(w.detach()).isCloseTo(Torch.tensor(new float[] {0.8f, 1.6f}));
    assertThat(w.requiresGrad()).isTrue();
    assertThat(w.isLeaf()).isTrue();
    assertThatThrownBy(() -> w.sub_(w.grad().mul(0.1))).isInstanceOf(TorchException.class)
        .hasMessage("a leaf Variable that requires grad is being used in an in-place operation.");
  }
}
