package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.TestNets.Net;
import dev.jtorch.nn.TestNets.Stats;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks over a tree, and paths into it. */
class ModuleTreeTest {
  @Row({"S1-019", "S1-023"})
  @Test void namedModules_eachOnceUnderItsFirstName() {
    var net = new Net();
    assertThat(net.namedModules().keySet()).containsExactly("", "c", "b");
    assertThat(net.namedModules(o -> o.removeDuplicate(false)).keySet()).containsExactly("", "c", "b", "shared");
    assertThat(net.namedModules(o -> o.prefix("net")).keySet()).containsExactly("net", "net.c", "net.b");
    assertThat(net.modules()).containsExactlyElementsOf(net.namedModules().values());
    var shared = new Affine();
    var chain = new Sequential(shared, shared);
    assertThat(chain.namedModules().keySet()).containsExactly("", "0");
    assertThat(chain.namedModules(o -> o.removeDuplicate(false)).keySet()).containsExactly("", "0", "1");
    assertThat(chain.modules()).containsExactly(chain, shared);
  }

  @Row("S2-001")
  @Test void namedModules_ofThreeLevels_listsAllDescendants() {
    var root = new Bag().with("a", new Bag().with("b", new Bag().with("c", new Affine())).with("d", new Stats()));
    assertThat(root.namedModules().keySet()).containsExactly("", "a", "a.b", "a.b.c", "a.d");
  }

  @Row("S2-011")
  @Test void children_areDirectAndUnique() {
    assertThat(new Net().namedChildren().keySet()).containsExactly("c", "b");
    assertThat(new Bag().with("n", new Net()).children()).hasSize(1);
  }

  @Row("S1-020")
  @Test void nullChild_isPassedOver() {
    var bag = new Bag().with("a", new Affine()).with("gone", null).with("b", new Stats());
    var seen = new ArrayList<Module>();
    bag.apply(seen::add);
    assertThat(seen).containsExactly(bag.getModule("a"), bag.getModule("b"), bag);
    assertThat(bag.modules()).hasSize(3);
    assertThat(bag.eval().modules()).noneMatch(Module::training);
    assertThat(bag.stateDict().keySet()).containsExactly("a.weight", "a.bias", "b.running_mean",
        "b.num_batches_tracked");
    bag.setModule("gone", new Affine());
    assertThat(bag.namedChildren().keySet()).containsExactly("a", "gone", "b");
  }

  @Row("S1-022")
  @Test void registration_keepsThePlaceOfAName() {
    var bag = new Bag().with("c", new Affine()).with("a", new Affine()).with("b", new Affine());
    var replacement = new Affine();
    bag.with("a", replacement);
    assertThat(bag.namedChildren().keySet()).containsExactly("c", "a", "b");
    assertThat(bag.getModule("a")).isSameAs(replacement);
    Members.modules(bag).remove("c");
    bag.with("c", new Affine());
    assertThat(bag.namedChildren().keySet()).containsExactly("a", "b", "c");
  }

  @Row("S4-158")
  @Test void namedParameters_ownBeforeChildrens() {
    var net = new Net();
    assertThat(net.namedParameters().keySet()).containsExactly("c.weight", "c.bias");
    assertThat(net.namedParameters(o -> o.removeDuplicate(false)).keySet())
        .containsExactly("c.weight", "c.bias", "shared.weight", "shared.bias");
    assertThat(net.namedParameters(o -> o.recurse(false))).isEmpty();
    assertThat(net.parameters()).containsExactly(net.c.weight, net.c.bias);
    var shared = new Affine();
    var chain = new Sequential(shared, shared);
    assertThat(chain.namedParameters().keySet()).containsExactly("0.weight", "0.bias");
    assertThat(chain.stateDict().keySet()).containsExactly("0.weight", "0.bias", "1.weight", "1.bias");
    var bag = new Bag().with("child", new Affine());
    bag.registerParameter("own", new Parameter(Torch.ones(1)));
    assertThat(bag.namedParameters().keySet()).containsExactly("own", "child.weight", "child.bias");
  }

  /** Two heads declared inline. */
  static final class Inline extends Module {
    public final Layer featConv = new Affine();
    public final Layer probConv = new Affine();
  }

  /** The same heads in a module of their own. */
  static final class Wrapped extends Module {
    public final Bag heads;

    Wrapped(Inline other) {
      heads = new Bag().with("feat_conv", other.featConv).with("prob_conv", other.probConv);
    }
  }

  @Row("S1-021")
  @Test void wrapping_hidesNothing() {
    var inline = new Inline();
    var wrapped = new Wrapped(inline);
    assertThat(wrapped.parameters()).hasSize(4);
    for (int i = 0; i < 4; i++) assertThat(wrapped.parameters().get(i)).isSameAs(inline.parameters().get(i));
    assertThat(inline.namedParameters().keySet()).first().isEqualTo("feat_conv.weight");
    assertThat(wrapped.namedParameters().keySet()).first().isEqualTo("heads.feat_conv.weight");
  }

  @Test void paths_findAndReplace() {
    var bag = new Bag().with("n", new Net());
    assertThat(bag.getModule("n.c", Affine.class))
        .isSameAs(bag.getParameter("n.c.weight").isLeaf() ? bag.getModule("n.c") : null);
    var replacement = new Stats();
    bag.setModule("n.b", replacement);
    assertThat(bag.getModule("n.b")).isSameAs(replacement);
    assertThat(bag.getModule("")).isSameAs(bag);
    assertThat(bag.getBuffer("n.b.running_mean")).isSameAs(replacement.runningMean);
    assertThatThrownBy(() -> bag.getModule("n.c", Stats.class))
        .hasMessage("Bag: 'n.c' is a Affine (expected: a Stats)");
    assertThatThrownBy(() -> bag.getModule("n.zzz")).isInstanceOf(ModuleException.class)
        .hasMessage("Bag: no module at 'n.zzz' (expected: one of c, b where Net has 'zzz')");
    assertThatThrownBy(() -> bag.setModule("n.c", new Stats())).isInstanceOf(ModuleException.class)
        .hasMessage("Net: field 'c' cannot hold a Stats (expected: a Affine)");
    assertThatThrownBy(() -> bag.getBuffer("n.c.weight")).hasMessage(
        "Bag: 'n.c.weight' is a Parameter (expected: a Buffer)");
    assertThatThrownBy(() -> bag.getParameter("n.nothing")).hasMessage(
        "Bag: 'n.nothing' is null (expected: a Parameter)");
    assertThatThrownBy(() -> bag.setModule("n.new", new Stats())).hasMessage(
        "Bag: 'n.new' does not exist (expected: a field or registered name of Net)");
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
    assertThat(new Bag()).hasToString("Bag()");
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
