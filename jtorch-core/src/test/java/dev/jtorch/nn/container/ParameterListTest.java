package dev.jtorch.nn.container;

import static dev.jtorch.Torch.zeros;
import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterListTest {
  private final Parameter a = new Parameter(zeros(2, 3));
  private final Parameter b = new Parameter(zeros());
  private final Parameter c = new Parameter(zeros(new long[] {4}, o -> o.dtype(DType.FLOAT64)));
  private final ParameterList list = new ParameterList(a, b, c);

  @Test void print_namesElementTypes() {
    assertThat(list.append(zeros(new long[] {1, 2}, o -> o.dtype(DType.COMPLEX64))).toString()).isEqualTo("""
        ParameterList(
            (0): Parameter containing: [torch.float32 of size 2x3]
            (1): Parameter containing: [torch.float32 of size ]
            (2): Parameter containing: [torch.float64 of size 4]
            (3): Parameter containing: [torch.complex64 of size 1x2]
        )""");
    assertThat(new ParameterList(a).toString())
        .isEqualTo("ParameterList(  (0): Parameter containing: [torch.float32 of size 2x3])");
    assertThat(new ParameterList().toString()).isEqualTo("ParameterList()");
  }

  /** A network whose own parameters stand in containers. */
  static class Polynomial extends Layer {
    public ParameterList factors = new ParameterList(zeros(2, 3), zeros(1));
    public ParameterDict shifts = new ParameterDict().put("k", zeros(2));
    public Layer l = new Linear(1, 1);

    @Override public String typeName() { return "N"; }

    @Override protected Tensor forward(Tensor x) {
      for (Parameter factor : factors) x = x.add(factor.sum());
      return l.call(x);
    }
  }

  @Test void list_inANetwork() {
    var net = new Polynomial();
    assertThat(net.toString()).isEqualTo("""
        N(
          (factors): ParameterList(
              (0): Parameter containing: [torch.float32 of size 2x3]
              (1): Parameter containing: [torch.float32 of size 1]
          )
          (shifts): ParameterDict(  (k): Parameter containing: [torch.FloatTensor of size 2])
          (l): Linear(in_features=1, out_features=1, bias=True)
        )""");
    assertThat(net.stateDict().keySet()).containsExactly("factors.0", "factors.1", "shifts.k", "l.weight", "l.bias");
    net.call(Torch.ones(2, 1)).sum().backward();
    assertThat(net.factors.get(0).grad()).hasShape(2, 3);
    assertThat(net.parameters()).hasSize(5).startsWith(net.factors.get(0));
    net.toDouble();
    assertThat(net.factors.get(-1).dtype()).isEqualTo(DType.FLOAT64);
  }

  @Test void tensors_becomeParameters_onTheSameStorage() {
    Tensor plain = zeros(2);
    list.set(-1, plain);
    assertThat(list.get(2).dataPtr()).isEqualTo(plain.dataPtr());
    assertThat(list.get(2).requiresGrad()).isTrue();
    list.set(0, b);
    assertThat(list.get(0)).isSameAs(b);
    assertThatThrownBy(() -> list.append(zeros(new long[] {2}, o -> o.dtype(DType.INT64))))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("Only Tensors of floating point and complex dtype can require gradients");
    assertThat(list.size()).isEqualTo(3);
  }

  @Test void indexAndSlice() {
    assertThat(list.extend(List.of(a))).containsExactly(a, b, c, a);
    assertThat(list.get(-2)).isSameAs(c);
    assertThat(list.slice(1)).containsExactly(b, c, a);
    assertThat(list.slice(1, 3)).containsExactly(b, c);
    assertThat(list.slice(-1, -5, -2).namedParameters()).containsOnlyKeys("0", "1").containsEntry("1", b);
    assertThatThrownBy(() -> list.get(4)).isInstanceOf(IndexException.class)
        .hasMessage("ParameterList: index 4 is out of range (expected: from -4 to 3)");
    assertThat(new ParameterList(List.of(a, b))).containsExactly(a, b);
  }

  @Test void whatIsNoTensor_andACall_doNotCompile() {
    Compilation java = Compilation.of(ParameterList.class, Tensor.class);
    assertThat(java.errors("Tensor t = null; new ParameterList(t).append(t);")).isEmpty();
    assertThat(java.errors("new ParameterList().append(3);")).hasSize(1);
    assertThat(java.errors("new ParameterList().call(null);")).containsExactly("cannot find symbol");
  }
}
