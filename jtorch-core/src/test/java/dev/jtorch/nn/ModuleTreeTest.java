package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.TestNets.Net;
import dev.jtorch.nn.TestNets.Stats;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleTreeTest {
  @Row({"S1-019", "S1-020", "S1-023"})
  @Test void namedModules_eachOnceUnderItsFirstName() {
    var net = new Net();
    assertThat(net.namedModules().keySet()).containsExactly("", "c", "b");
    assertThat(net.namedModules(o -> o.removeDuplicate(false)).keySet()).containsExactly("", "c", "b", "shared");
    assertThat(net.namedModules(o -> o.prefix("net")).keySet()).containsExactly("net", "net.c", "net.b");
    assertThat(net.modules()).containsExactlyElementsOf(net.namedModules().values());
  }

  @Row("S2-011")
  @Test void children_areDirectAndUnique() {
    assertThat(new Net().namedChildren().keySet()).containsExactly("c", "b");
    assertThat(new Bag().with("n", new Net()).children()).hasSize(1);
  }

  @Row("S1-022")
  @Test void registration_keepsThePlaceOfAName() {
    var bag = new Bag().with("c", new Affine()).with("a", new Affine()).with("b", new Affine());
    var replacement = new Affine();
    bag.with("a", replacement);
    assertThat(bag.namedChildren().keySet()).containsExactly("c", "a", "b");
    assertThat(bag.getModule("a")).isSameAs(replacement);
  }

  @Row({"S4-158", "S4-159", "S4-157"})
  @Test void namedParameters_andBuffers() {
    var net = new Net();
    assertThat(net.namedParameters().keySet()).containsExactly("c.weight", "c.bias");
    assertThat(net.namedParameters(o -> o.removeDuplicate(false)).keySet())
        .containsExactly("c.weight", "c.bias", "shared.weight", "shared.bias");
    assertThat(net.namedParameters(o -> o.recurse(false))).isEmpty();
    assertThat(net.namedBuffers().keySet()).containsExactly("b.running_mean", "b.num_batches_tracked", "b.scratch");
    assertThat(net.stateDict().keySet()).containsExactly("c.weight", "c.bias", "b.running_mean",
        "b.num_batches_tracked",
        "shared.weight", "shared.bias");
    assertThat(net.parameters()).containsExactly(net.c.weight, net.c.bias);
  }

  @Row("S4-155")
  @Test void field_isTheRegistry() {
    var net = new Net();
    net.c = new Affine();
    net.c.bias = null;
    net.b = null;
    assertThat(net.stateDict().keySet()).containsExactly("c.weight", "shared.weight", "shared.bias");
  }

  @Row({"S2-012", "S2-006"})
  @Test void train_reachesEveryDescendant() {
    var net = new Bag().with("n", new Net());
    assertThat(net.training()).isTrue();
    assertThat(net.eval()).isSameAs(net);
    assertThat(net.modules()).noneMatch(Module::training);
    assertThat(net.train().modules()).allMatch(Module::training);
  }

  @Row({"S2-014", "S2-015"})
  @Test void zeroGrad_removesOrFills() {
    var affine = new Affine();
    affine.call(Torch.ones(2)).sum().backward();
    Tensor grad = affine.weight.grad();
    affine.zeroGrad(false);
    assertThat(affine.weight.grad()).isSameAs(grad);
    assertThat(grad.sum().itemDouble()).isZero();
    affine.zeroGrad();
    assertThat(affine.weight.grad()).isNull();
    affine.requiresGrad_(false);
    assertThat(affine.parameters()).noneMatch(Tensor::requiresGrad);
  }

  @Row({"S2-016", "S2-019", "S2-022", "S2-023", "S2-024"})
  @Test void to_convertsFloatingStateAndKeepsParameters() {
    var net = new Net();
    Parameter weight = net.c.weight;
    Stats stats = (Stats) net.b;
    Buffer mean = stats.runningMean;
    net.c.call(Torch.ones(2)).sum().backward();
    assertThat(net.toDouble()).isSameAs(net);
    assertThat(net.c.weight).isSameAs(weight);
    assertThat(weight.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(weight.isLeaf()).isTrue();
    assertThat(weight.grad().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(stats.runningMean).isNotSameAs(mean);
    assertThat(stats.runningMean.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(stats.scratch.persistent()).isFalse();
    assertThat(stats.numBatchesTracked.dtype()).isEqualTo(DType.INT64);
    assertThatThrownBy(() -> net.to(DType.INT32)).isInstanceOf(DTypeException.class).hasMessage(
        "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int32");
  }

  @Row({"S2-020", "S2-021"})
  @Test void applyToTensors_visitsSharedModulesTwice() {
    var shared = new Affine();
    var bag = new Bag().with("x", new Bag().with("s", shared)).with("y", new Bag().with("s", shared));
    bag.applyToTensors(t -> t.mul(2));
    assertThat(shared.weight.mean().itemDouble()).isEqualTo(4);
  }

  @Row("S2-025")
  @Test void apply_childrenFirst() {
    var seen = new ArrayList<String>();
    new Bag().with("n", new Net()).apply(m -> seen.add(m.typeName()));
    assertThat(seen).isEqualTo(List.of("Affine", "Stats", "Net", "Bag"));
  }

  @Test void paths_findAndReplace() {
    var bag = new Bag().with("n", new Net());
    assertThat(bag.getModule("n.c", Affine.class))
        .isSameAs(bag.getParameter("n.c.weight").isLeaf() ? bag.getModule("n.c") : null);
    var replacement = new Stats();
    bag.setModule("n.b", replacement);
    assertThat(bag.getModule("n.b")).isSameAs(replacement);
    assertThat(bag.getBuffer("n.b.running_mean")).isSameAs(replacement.runningMean);
    assertThatThrownBy(() -> bag.getModule("n.c", Stats.class))
        .hasMessage("Bag: 'n.c' is a Affine (expected: a Stats)");
    assertThatThrownBy(() -> bag.getModule("n.zzz")).isInstanceOf(ModuleException.class)
        .hasMessage("Bag: no module at 'n.zzz' (expected: one of c, b where Net has 'zzz')");
    assertThatThrownBy(() -> bag.setModule("n.c", new Stats())).isInstanceOf(ModuleException.class)
        .hasMessage("Net: field 'c' cannot hold a Stats (expected: a Affine)");
  }

  @Row({"S5-005", "S4-156"})
  @Test void register_badNames() {
    var bag = new Bag();
    assertThatThrownBy(() -> bag.addModule("a.b", new Affine()))
        .hasMessage("module name can't contain \".\", got: a.b");
    assertThatThrownBy(() -> bag.addModule("", new Affine())).hasMessage("module name can't be empty string \"\"");
    bag.registerParameter("w", null);
    assertThat(bag.namedParameters()).isEmpty();
    bag.registerParameter("w", new Parameter(Torch.ones(1)));
    assertThat(bag.stateDict().keySet()).containsExactly("w");
    assertThatThrownBy(() -> bag.registerBuffer("w", new Buffer(Torch.ones(1))))
        .hasMessage("attribute 'w' already exists");
    assertThatThrownBy(() -> new Net().addModule("c", new Affine())).hasMessage("attribute 'c' already exists");
  }

  @Row("S5-008")
  @Test void toString_isPythons() {
    assertThat(new Bag().with("n", new Net())).hasToString("""
        Bag(
          (n): Net(
            (c): Affine(2, 2)
            (b): Stats()
            (shared): Affine(2, 2)
          )
        )""");
  }

  static class Hiding extends Affine {
    @SuppressWarnings("HidingField") public Parameter weight = new Parameter(Torch.ones(1));
  }

  static class Twice extends Layer {
    public Parameter aB = new Parameter(Torch.ones(1));
    @Name("a_b") public Parameter other = aB;

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  static class Listed extends Layer {
    final List<Layer> layers = List.of(new Affine());

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  @Test void walk_refusesWhatItWouldMiss() {
    assertThatThrownBy(() -> new Hiding().parameters()).isInstanceOf(ModuleException.class).hasMessage(
        "Hiding: field 'weight' hides Affine's field of that name (expected: one field); assign the inherited field in the"
            + " constructor instead");
    assertThatThrownBy(() -> new Twice().parameters()).isInstanceOf(ModuleException.class).hasMessage(
        "Twice: fields 'aB' and 'other' have the same key 'a_b' (expected: distinct keys); rename one or use @Name");
    assertThatThrownBy(() -> new Listed().parameters()).isInstanceOf(ModuleException.class).hasMessage(
        "Listed: field 'layers' is a List that holds modules, which would not be part of the state (expected: a ModuleList or"
            + " ModuleDict)");
  }
}
