package dev.jtorch.nn.container;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.IndexException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Children;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.linear.Identity;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {
  private final Layer fc1 = new Linear(784, 256);
  private final Layer relu = new ReLU();
  private final Layer fc2 = new Linear(256, 10);

  @Test @Row("S5-002") void layers_areNumbered() {
    assertThat(new Sequential(fc1, relu, fc2).toString()).isEqualTo("""
        Sequential(
          (0): Linear(in_features=784, out_features=256, bias=True)
          (1): ReLU()
          (2): Linear(in_features=256, out_features=10, bias=True)
        )""");
  }

  @Test @Row("S5-004") void layers_ofAMap_haveItsNamesInItsOrder() {
    var map = new LinkedHashMap<String, Layer>();
    map.put("fc1", fc1);
    map.put("relu1", relu);
    map.put("fc2", fc2);
    for (Sequential net : List.of(new Sequential(map),
        new Sequential(entry("fc1", fc1), entry("relu1", relu), entry("fc2", fc2)))) {
      assertThat(net.stateDict().keySet()).containsExactly("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias");
      assertThat(net.toString()).startsWith("Sequential(\n  (fc1): Linear(").contains("\n  (relu1): ReLU()\n");
    }
  }

  @Test @Row("S5-004") void oneSequential_isAnOrdinaryChild() {
    var net = new Sequential(new Sequential(relu));
    assertThat(net.namedChildren()).containsOnlyKeys("0");
    assertThat(net.get(0)).isInstanceOf(Sequential.class);
  }

  /** The same network as a chain, as a list and as a dictionary. */
  @Test @Row("S5-001") void threeWays_giveTheSame() {
    var chain = new Sequential(fc1, relu, fc2);
    var list = new ModuleList<>(fc1, relu, fc2);
    var dict = new ModuleDict<Layer>().put("fc1", fc1).put("relu", relu).put("fc2", fc2);
    Tensor x = Torch.randn(2, 784);
    Tensor byList = x;
    for (Layer layer : list) byList = layer.call(byList);
    Tensor byDict = x;
    for (String name : List.of("fc1", "relu", "fc2")) byDict = dict.get(name).call(byDict);
    assertThat(byList).isIdenticalTo(chain.call(x));
    assertThat(byDict).isIdenticalTo(chain.call(x));
    for (Module net : List.of(chain, list, dict)) {
      assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(203_530);
    }
  }

  /** What users write who want a chain of their own. */
  static class MySequential extends Layer {
    MySequential(Layer... layers) {
      for (int i = 0; i < layers.length; i++) addModule(Integer.toString(i), layers[i]);
    }

    @Override protected Tensor forward(Tensor x) {
      for (Layer layer : Children.<Layer>of(this)) x = layer.call(x);
      return x;
    }
  }

  @Test @Row("S5-006") void mySequential_isAsGood() {
    var mine = new MySequential(fc1, relu, fc2);
    var theirs = new Sequential(fc1, relu, fc2);
    Tensor x = Torch.randn(2, 784);
    assertThat(mine.call(x)).isIdenticalTo(theirs.call(x));
    assertThat(mine.stateDict().keySet()).containsExactlyElementsOf(theirs.stateDict().keySet());
  }

  @Test @Row("S3-003") void get_andSlice_shareTheLayers() {
    var net = new Sequential(fc1, relu, fc2);
    assertThat(net.get(0)).isSameAs(fc1);
    assertThat(net.get(-1)).isSameAs(fc2);
    assertThat(net.size()).isEqualTo(3);
    Sequential tail = net.slice(1, 3);
    assertThat(tail.namedChildren()).containsOnlyKeys("1", "2");
    assertThat(tail.get(0)).isSameAs(relu);
    assertThat(net.slice(-2)).containsExactly(relu, fc2);
    assertThat(new Sequential(List.of(fc1, relu))).containsExactly(fc1, relu);
  }

  @Test void insertAndDelete_numberAnew() {
    var net = new Sequential(entry("a", fc1), entry("b", fc2));
    net.insert(1, relu);
    assertThat(net).containsExactly(fc1, relu, fc2);
    assertThat(net.namedChildren()).containsOnlyKeys("0", "1", "2");
    assertThat(net.delete(-2)).isSameAs(relu);
    assertThat(net.namedChildren()).containsOnlyKeys("0", "1");
    net.append(relu).append("last", new Identity()).extend(List.of(fc2));
    assertThat(Children.of(net).byName().keySet()).containsExactly("0", "1", "2", "last", "4");
    net.set(0, fc2);
    assertThat(net.get(0)).isSameAs(fc2);
  }

  @Test void index_outOfRange() {
    var net = new Sequential(relu, relu);
    assertThatThrownBy(() -> net.get(2)).isInstanceOf(IndexException.class)
        .hasMessage("Sequential: index 2 is out of range (expected: from -2 to 1)");
    assertThatThrownBy(() -> net.insert(-3, relu)).isInstanceOf(IndexException.class)
        .hasMessage("Sequential: index -3 is out of range (expected: from -2 to 2)");
  }

  @Test @Row("S5-005") void name_thatIsNone() {
    var net = new Sequential();
    assertThatThrownBy(() -> net.append("a.b", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("module name can't contain \".\", got: a.b");
    assertThatThrownBy(() -> net.append("", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("module name can't be empty string \"\"");
  }

  @Test void layerTwice_runsTwice() {
    var doubling = new Layer() {
      @Override protected Tensor forward(Tensor x) { return x.mul(2); }
    };
    assertThat(new Sequential(doubling, doubling).call(Torch.ones(1))).isIdenticalTo(Torch.full(new long[] {1}, 4.0));
  }

  @Test void change_whileItRuns_countsFromTheNextCall() {
    var net = new Sequential(relu);
    net.append(new Layer() {
      @Override protected Tensor forward(Tensor x) {
        net.append(new Identity());
        return x;
      }
    });
    net.call(Torch.ones(1));
    assertThat(net.size()).isEqualTo(3);
  }

  /** Adds one; whatever came out of earlier ones and is not its input must be gone. */
  static class Spy extends Layer {
    private final List<Tensor> earlier;

    Spy(List<Tensor> earlier) {
      this.earlier = earlier;
    }

    @Override protected Tensor forward(Tensor x) {
      assertThat(earlier.stream().filter(t -> t != x).allMatch(Tensor::isReleased)).isTrue();
      Tensor out = x.add(1);
      earlier.add(out);
      return out;
    }
  }

  @Test void betweenLayers_isFreedAtOnce() {
    var outputs = new ArrayList<Tensor>();
    try (var quiet = Torch.noGrad(); var scope = Scope.open()) {
      Tensor x = Torch.zeros(2);
      Tensor out = new Sequential(new Spy(outputs), new Identity(), new Spy(outputs), new Spy(outputs)).call(x);
      assertThat(out.toFloatArray()).containsExactly(3, 3);
      assertThat(x.isReleased()).isFalse();
      assertThat(scope.size()).isEqualTo(2);
    }
  }

  @Test void hook_mayKeepWhatLiesBetween() {
    var kept = new ArrayList<Tensor>();
    var net = new Sequential(relu, new ReLU());
    net.get(0).registerForwardHook((module, in, out) -> {
      kept.add(out.keep());
      return null;
    });
    try (var quiet = Torch.noGrad()) {
      new Sequential(net, new ReLU()).call(Torch.ones(2));
    }
    assertThat(kept.get(0)).isIdenticalTo(Torch.ones(2));
  }
}
