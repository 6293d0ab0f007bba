package dev.jtorch.nn.container;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleListTest {
  /** A network that loops over its list. */
  static class Net1 extends Layer {
    public ModuleList<Layer> linears = new ModuleList<>(new Linear(784, 256), new ReLU());

    @Override public String typeName() { return "net1"; }

    @Override protected Tensor forward(Tensor x) {
      for (Layer layer : linears) x = layer.call(x);
      return x;
    }
  }

  @Test @Row({"S5-009", "S5-011", "S5-012", "S5-013"}) void list_inANetwork() {
    var net = new Net1();
    assertThat(net.toString()).isEqualTo("""
        net1(
          (linears): ModuleList(
            (0): Linear(in_features=784, out_features=256, bias=True)
            (1): ReLU()
          )
        )""");
    var last = new Linear(256, 10);
    assertThat(net.linears.append(last)).isSameAs(net.linears);
    assertThat(net.toString()).contains("\n    (2): Linear(in_features=256, out_features=10, bias=True)\n");
    assertThat(net.linears.get(-1)).isSameAs(last);
    assertThat(net.call(Torch.randn(2, 784))).hasShape(2, 10);
    assertThat(net.stateDict().keySet()).containsExactly("linears.0.weight", "linears.0.bias", "linears.2.weight",
        "linears.2.bias");
  }

  @Test @Row("S5-010") void print_foldsWhatIsAlike() {
    var list = new ModuleList<Layer>(new Linear(1, 1), new Linear(1, 1), new Linear(1, 1), new ReLU());
    list.append(new Sequential(new ReLU())).append(new Sequential(new ReLU()));
    assertThat(list.toString()).isEqualTo("""
        ModuleList(
          (0-2): 3 x Linear(in_features=1, out_features=1, bias=True)
          (3): ReLU()
          (4-5): 2 x Sequential(
            (0): ReLU()
          )
        )""");
    assertThat(new ModuleList<Module>().toString()).isEqualTo("ModuleList()");
    assertThat(new Sequential(new ReLU(), new ReLU()).toString()).contains("(0): ReLU()\n  (1): ReLU()");
  }

  @Test @Row("S5-014") void list_cannotBeCalled() {
    assertThat(new ModuleList<>(new ReLU())).isNotInstanceOf(Model.class);
  }

  @Test @Row("S5-011") void insertDeleteAndSlice() {
    var a = new ReLU();
    var b = new Linear(1, 1);
    var c = new Linear(2, 2);
    var list = new ModuleList<Layer>(List.of(a, b));
    list.insert(1, c).extend(List.of(a));
    assertThat(list).containsExactly(a, c, b, a);
    assertThat(list.delete(1)).isSameAs(c);
    assertThat(list.slice(1)).containsExactly(b, a);
    assertThat(list.slice(-1).namedChildren()).containsOnlyKeys("0");
    list.set(-1, c);
    assertThat(list.get(2)).isSameAs(c);
    assertThat(list.size()).isEqualTo(3);
    assertThatThrownBy(() -> list.get(3)).isInstanceOf(IndexException.class)
        .hasMessage("ModuleList: index 3 is out of range (expected: from -3 to 2)");
  }

  @Test @Row("S5-016") void residuals_needEarlierResults() {
    var blocks = new ModuleList<>(new Linear(3, 3), new Linear(3, 3));
    Tensor x = Torch.randn(2, 3).requiresGrad_();
    Tensor y = x;
    for (Linear block : blocks) y = y.add(block.call(y));
    y.sum().backward();
    assertThat(blocks.parameters()).allSatisfy(p -> assertThat(p.grad()).hasShape(p.shape().toLongArray()));
    assertThat(x.grad()).hasShape(2, 3);
  }

  @Test @Row("S4-124") void loop_reachesEveryLayersParameters() {
    var net = new Sequential(new Linear(2, 2), new ReLU(), new Linear(2, 2));
    for (Layer layer : net) layer.requiresGrad_(false);
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad);
  }
}
