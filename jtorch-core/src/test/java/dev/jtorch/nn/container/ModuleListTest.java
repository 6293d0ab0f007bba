package dev.jtorch.nn.container;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.Tanh;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Compilation;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @Test @Row({"S5-009", "S5-011", "S5-013"}) void list_inANetwork() {
    var net = new Net1();
    assertThat(net.toString()).isEqualTo("""
        net1(
          (linears): ModuleList(
            (0): Linear(in_features=784, out_features=256, bias=True)
            (1): ReLU()
          )
        )""");
    var last = new Linear(256, 10);
    assertThat(net.parameters()).hasSize(2).containsExactlyElementsOf(net.linears.get(0).parameters());
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
    assertThat(new Sequential(new ReLU(), new ReLU(), new ReLU()).toString())
        .contains("(0): ReLU()\n  (1): ReLU()\n  (2): ReLU()");
    var tagged = new ModuleList<>(new ReLU()) {
      @Override protected String extraRepr() { return "tag"; }

      @Override public String typeName() { return "ML"; }
    };
    assertThat(tagged.toString()).isEqualTo("ML(\n  (0): ReLU()\n)");
  }

  @Test @Row("S5-012") void owner_isNotItselfAList() {
    Compilation java = Compilation.of(Layer.class, Tensor.class, ModuleList.class, ReLU.class);
    String net = "abstract class Net extends Layer { ModuleList<Layer> linears; } Net net = null; ";
    assertThat(java.errors(net + "net.linears.append(new ReLU()); net.linears.get(-1);")).isEmpty();
    for (String line : List.of("net.append(new ReLU());", "net.get(-1);")) {
      assertThat(java.errors(net + line)).containsExactly("cannot find symbol");
    }
    assertThat(java.errors(net + "var last = net[-1];"))
        .containsExactly("array required, but Net found");
  }

  @Test @Row("S5-014") void list_isStorageThatTheOwnerWalks() {
    Compilation java = Compilation.of(Layer.class, ModuleList.class, Tensor.class);
    assertThat(java.errors("ModuleList<Layer> list = null; Tensor x = null; list.call(x);"))
        .containsExactly("cannot find symbol");
    var net = new Net1();
    net.linears.append(new Linear(256, 10));
    var chain = new Sequential(new Linear(784, 256), new ReLU(), new Linear(256, 10));
    chain.loadStateDict(net.linears.stateDict());
    Tensor x = Torch.randn(2, 784);
    assertThat(net.call(x)).isIdenticalTo(chain.call(x));
  }

  private final Layer a = new ReLU();
  private final Layer b = new Linear(1, 1);
  private final Layer c = new Linear(2, 2);

  @Test @Row("S5-011") void insertPopAndSlice() {
    var list = new ModuleList<>(List.of(a, b));
    assertThat(list.insert(1, c).extend(List.of(a))).isSameAs(list);
    assertThat(list).containsExactly(a, c, b, a);
    assertThat(list.namedModules(o -> o.removeDuplicate(false)).keySet()).containsExactly("", "0", "1", "2", "3");
    assertThat(list.pop(1)).isSameAs(c);
    assertThat(list.slice(1)).containsExactly(b, a);
    assertThat(list.slice(-1).namedChildren()).containsOnlyKeys("0");
    list.set(-1, c);
    assertThat(list.get(2)).isSameAs(c);
    assertThat(list.size()).isEqualTo(3);
  }

  @Test @Row("S5-011") void slices_takeStepsAndAreDeleted() {
    var list = new ModuleList<>(a, b, c, a);
    assertThat(list.slice(0, 4, 2)).containsExactly(a, c);
    assertThat(list.slice(-1, -5, -1)).containsExactly(a, c, b, a);
    assertThat(list.concat(List.of(b))).containsExactly(a, b, c, a, b).isNotSameAs(list);
    assertThat(list.pop(1, 3)).containsExactly(b, c);
    assertThat(list.extend(list).size()).isEqualTo(4);
    list.delete(0, 4, 3);
    assertThat(list.namedModules(o -> o.removeDuplicate(false)).keySet()).containsExactly("", "0", "1");
    list.delete(-1);
    list.delete(0, 9);
    assertThat(list.size()).isZero();
    assertThatThrownBy(() -> list.slice(0, 1, 0)).isInstanceOf(IndexException.class)
        .hasMessage("ModuleList: slice step is 0 (expected: not 0)");
  }

  @Test @Row("S5-011") void index_outOfRange() {
    var list = new ModuleList<>(a, b, c);
    for (ThrowingCallable action : List.<ThrowingCallable>of(() -> list.get(3), () -> list.pop(3),
        () -> list.delete(3), () -> list.set(3, a))) {
      assertThatThrownBy(action).isInstanceOf(IndexException.class)
          .hasMessage("ModuleList: index 3 is out of range (expected: from -3 to 2)");
    }
    assertThatThrownBy(() -> list.insert(4, a))
        .hasMessage("ModuleList: index 4 is out of range (expected: from -3 to 3)");
  }

  /** Adds to what comes in what each block makes of it. */
  static class Residual extends Layer {
    public ModuleList<Layer> blocks = new ModuleList<>(new Linear(3, 3), new Sequential(new Linear(3, 3), new Tanh()));

    @Override protected Tensor forward(Tensor x) {
      for (Layer block : blocks) x = x.add(block.call(x));
      return x;
    }
  }

  @Test @Row("S5-016") void residuals_needEarlierResults() {
    Torch.manualSeed(0);
    var net = new Residual();
    net.toDouble();
    Tensor x = Torch.randn(2, 3).to(DType.FLOAT64).requiresGrad_();
    net.call(x).pow(2).sum().backward();
    for (Tensor leaf : Stream.concat(net.parameters().stream(), Stream.of(x)).toList()) {
      assertThat(leaf.grad()).isCloseTo(slopes(leaf, () -> net.call(x).pow(2).sum().item()),
          Tolerance.DIFFERENCES);
    }
  }

  /** The gradient of a function of a tensor by differences. */
  private static Tensor slopes(Tensor at, DoubleSupplier function) {
    double step = 1e-6;
    Tensor slopes = Torch.zerosLike(at.detach());
    Tensor values = at.detach().view(-1);
    for (int i = 0; i < values.numel(); i++) {
      double here = values.get(i).item();
      values.get(i).fill_(here + step);
      double above = function.getAsDouble();
      values.get(i).fill_(here - step);
      double below = function.getAsDouble();
      values.get(i).fill_(here);
      slopes.view(-1).get(i).fill_((above - below) / (2 * step));
    }
    return slopes;
  }

  @Test @Row("S4-124") void loop_reachesEveryLayersParameters() {
    var net = new Sequential(new Linear(2, 2), new ReLU(), new Linear(2, 2));
    for (Layer layer : net) layer.requiresGrad_(false);
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad);
  }

  @Test @Row("S4-124") void onlyContainers_areIterable() {
    Compilation java = Compilation.of(Layer.class, Linear.class, Sequential.class, ModuleList.class);
    for (String type : List.of("Sequential", "ModuleList<Layer>")) {
      assertThat(java.errors(type + " net = null; for (Layer child : net) child.eval();")).isEmpty();
    }
    for (String type : List.of("Linear", "Layer")) {
      assertThat(java.errors(type + " net = null; for (Layer child : net) child.eval();"))
          .containsExactly("for-each not applicable to expression type");
    }
  }
}
