package dev.jtorch.nn.container;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.IndexException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Members;
import dev.jtorch.nn.Model;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.testing.Compilation;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
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

  /** The same network as a chain, as a list and as a dictionary, each with layers of its own. */
  @Test @Row("S5-001") void threeWays_giveTheSame() {
    var chain = new Sequential(fc1, relu, fc2);
    var list = new ModuleList<Layer>(new Linear(784, 256), new ReLU(), new Linear(256, 10));
    var dict = new ModuleDict<Layer>(entry("fc1", new Linear(784, 256)), entry("relu", new ReLU()),
        entry("fc2", new Linear(256, 10)));
    list.loadStateDict(chain.stateDict());
    dict.loadStateDict(new Sequential(entry("fc1", fc1), entry("fc2", fc2)).stateDict());
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
      for (Layer layer : Members.<Layer>modules(this)) x = layer.call(x);
      return x;
    }
  }

  @Test @Row("S5-006") void mySequential_isAsGood() {
    var mine = new MySequential(fc1, relu, fc2);
    var theirs = new Sequential(new Linear(784, 256), new ReLU(), new Linear(256, 10));
    theirs.loadStateDict(mine.stateDict());
    Tensor x = Torch.randn(2, 784);
    assertThat(mine.call(x)).isIdenticalTo(theirs.call(x));
    assertThat(mine.stateDict().keySet()).containsExactlyElementsOf(theirs.stateDict().keySet());
  }

  /** A layer of two inputs. */
  static class Weighted extends Model<Weighted.Pair, Tensor> {
    record Pair(Tensor x, Tensor weights) {}

    @Override protected Tensor forward(Pair in) { return in.x().mul(in.weights()); }
  }

  /** A second input in mid-way is the business of an own forward. */
  static class Gated extends Layer {
    public Layer fc = new Linear(2, 2);
    public Weighted gate = new Weighted();

    @Override protected Tensor forward(Tensor x) { return gate.call(new Weighted.Pair(fc.call(x), x)); }
  }

  @Test @Row("S5-007") void chain_isOfOneInput() {
    Compilation java = Compilation.of(Sequential.class, Model.class, Tensor.class, ReLU.class);
    assertThat(java.errors("new Sequential(new ReLU());")).isEmpty();
    assertThat(java.errors("Model<Tensor[], Tensor> two = null; new Sequential(new ReLU(), two);"))
        .singleElement().asString().startsWith("no suitable constructor found for Sequential(");
    assertThatThrownBy(() -> new Sequential(List.of(relu, new Weighted()))).isInstanceOf(ModuleException.class)
        .hasMessage("Sequential: child '1' is a Weighted (expected: a Layer)");
    assertThat(new Gated().call(Torch.ones(1, 2))).hasShape(1, 2);
  }

  /** The first children are those of torchvision's residual networks. */
  static class Backbone extends Layer {
    public Layer conv1 = new Conv2d(3, 64, 7, o -> o.stride(2).padding(3).bias(false));
    public Layer bn1 = new BatchNorm2d(64);
    public Layer relu = new ReLU(o -> o.inplace(true));
    public Layer rest = new Identity();

    @Override protected Tensor forward(Tensor x) { return rest.call(relu.call(bn1.call(conv1.call(x)))); }
  }

  @Test @Row("S3-003") void children_areWrappedAnew() {
    var net = new Backbone();
    List<Module> first = net.children().subList(0, 3);
    assertThat(first.toString())
        .isEqualTo("[Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False), "
            + "BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True), ReLU(inplace=True)]");
    var stem = new Sequential(first);
    assertThat(stem.get(0)).isSameAs(net.conv1);
    assertThat(stem.parameters()).containsExactlyElementsOf(net.parameters());
    assertThat(new Sequential(net.namedChildren()).namedChildren().keySet()).containsExactly("conv1", "bn1", "relu",
        "rest");
  }

  @Test @Row("S3-003") void get_andSlice_shareTheLayers() {
    var net = new Sequential(fc1, relu, fc2);
    assertThat(net.get(0)).isSameAs(fc1);
    assertThat(net.get(-1)).isSameAs(fc2);
    assertThat(net.size()).isEqualTo(3);
    assertThat(net).containsExactly(fc1, relu, fc2);
    Sequential tail = net.slice(1, 3);
    assertThat(tail.namedChildren()).containsOnlyKeys("1", "2");
    assertThat(tail.get(0)).isSameAs(relu);
    assertThat(net.slice(-2)).containsExactly(relu, fc2);
    assertThat(names(net.slice(0, 3, 2))).containsExactly("0", "2");
    assertThat(names(net.slice(-1, -net.size() - 1, -1))).containsExactly("2", "1", "0");
    assertThat(net.slice(2, 1)).isEmpty();
    // as in PyTorch: the slice has kept its names, and "2" is one of them
    assertThat(tail.append(fc1)).containsExactly(relu, fc1);
  }

  private static Set<String> names(Sequential net) { return Members.modules(net).byName().keySet(); }

  @Test void popAndDelete_ofSlices() {
    var net = new Sequential(fc1, relu, fc2, relu);
    assertThat(names(net.pop(1, 3))).containsExactly("1", "2");
    assertThat(names(net)).containsExactly("0", "1");
    net.extend(List.of(relu, fc2)).delete(0, 4, 3);
    assertThat(net).containsExactly(relu, relu);
    net.delete(0, 1);
    net.delete(-1);
    assertThat(net.toString()).isEqualTo("Sequential()");
    assertThat(new Sequential(fc1, relu, fc2).pop(-1, -3, -1)).containsExactly(fc2, relu);
  }

  @Test void concatAndRepeat_shareTheLayers() {
    var net = new Sequential(entry("a", fc1), entry("b", relu));
    assertThat(names(net.concat(new Sequential(fc2)))).containsExactly("0", "1", "2");
    assertThat(net.repeat(2)).containsExactly(fc1, relu, fc1, relu);
    assertThat(names(net.repeat(1))).containsExactly("0", "1");
    assertThat(names(net)).containsExactly("a", "b");
    assertThat(net.repeat_(2)).isSameAs(net).containsExactly(fc1, relu, fc1, relu);
    assertThatThrownBy(() -> net.repeat(0)).isInstanceOf(TorchException.class)
        .hasMessage("Sequential: times is 0 (expected: 1 or more)");
  }

  @Test void insertAndDelete_numberAnew() {
    var net = new Sequential(entry("a", fc1), entry("b", fc2));
    net.insert(1, relu);
    assertThat(net).containsExactly(fc1, relu, fc2);
    assertThat(net.namedChildren()).containsOnlyKeys("0", "1", "2");
    assertThat(net.pop(-2)).isSameAs(relu);
    assertThat(net.namedChildren()).containsOnlyKeys("0", "1");
    net.append(relu).append("last", new Identity()).extend(List.of(fc2));
    assertThat(names(net)).containsExactly("0", "1", "2", "last", "4");
    net.set(0, fc2);
    assertThat(net.get(0)).isSameAs(fc2);
  }

  @Test void index_outOfRange() {
    var net = new Sequential(relu, relu);
    assertThatThrownBy(() -> net.get(2)).isInstanceOf(IndexException.class)
        .hasMessage("Sequential: index 2 is out of range (expected: from -2 to 1)");
    assertThatThrownBy(() -> net.insert(-3, relu)).isInstanceOf(IndexException.class)
        .hasMessage("Sequential: index -3 is out of range (expected: from -2 to 2)");
    assertThatThrownBy(() -> net.slice(0, 1, 0)).isInstanceOf(IndexException.class);
  }

  @Test @Row("S5-005") void name_thatIsNone() {
    var net = new Sequential();
    assertThatThrownBy(() -> net.append("a.b", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("module name can't contain \".\", got: a.b");
    assertThatThrownBy(() -> net.append("", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("module name can't be empty string \"\"");
    assertThatThrownBy(() -> net.addModule("training", relu)).isInstanceOf(ModuleException.class)
        .hasMessage("attribute 'training' already exists");
    assertThatThrownBy(() -> fc1.addModule("weight", relu)).hasMessage("attribute 'weight' already exists");
    net.addModule("none", null);
    assertThat(net.namedChildren()).isEmpty();
    assertThat(Compilation.of(Sequential.class, Module.class).errors("Module net = null; net.addModule(\"x\", 3);"))
        .containsExactly("incompatible types: int cannot be converted to dev.jtorch.nn.Module");
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
