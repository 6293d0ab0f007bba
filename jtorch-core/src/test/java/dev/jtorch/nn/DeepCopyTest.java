package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.RemovableHandle;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.TestNets.Net;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.optim.SGD;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies of trees, with Python's copy.deepcopy as the judge. */
class DeepCopyTest {
  @Test void copy_isEqualAndIndependent() {
    var net = new Sequential(new Linear(2, 3), new BatchNorm1d(3), new Linear(3, 1));
    net.get(1).eval();
    net.getParameter("0.bias").requiresGrad_(false);
    Tensor x = Torch.randn(4, 2);
    Tensor before = net.call(x);
    Sequential copy = net.deepCopy(Sequential.class);
    assertThat(copy.toString()).isEqualTo(net.toString());
    assertThat(copy.stateDict().keySet()).containsExactlyElementsOf(net.stateDict().keySet());
    assertThat(copy.call(x)).isIdenticalTo(before);
    assertThat(copy.get(1).training()).isFalse();
    assertThat(copy.training()).isTrue();
    assertThat(copy.getParameter("0.bias").requiresGrad()).isFalse();
    assertThat(copy.getParameter("0.weight").requiresGrad()).isTrue();
    copy.applyToTensors(t -> t.mul(2));
    copy.append(new Linear(1, 1));
    assertThat(net.call(x)).isIdenticalTo(before);
    assertThat(net.size()).isEqualTo(3);
    var unregistered = new Linear(1, 1).deepCopy();
    unregistered.registerModule("own", new Linear(1, 1)); // what no module has registered is no common place
    assertThat(new Linear(1, 1).namedChildren()).isEmpty();
  }

  @Test void copy_leavesNothingInTheScope() {
    var net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
    net.call(Torch.ones(2, 2)).sum().backward();
    try (var scope = Scope.open()) {
      Module copy = net.deepCopy();
      assertThat(scope.size()).isZero();
      assertThat(copy.parameters()).hasSize(4);
    }
  }

  @Test void sharing_staysInsideTheCopy() {
    var net = new Net();
    net.registerParameter("tied", net.c.weight);
    Net copy = net.deepCopy(Net.class);
    assertThat(copy.c).isNotSameAs(net.c);
    assertThat(copy.shared).isSameAs(copy.c);
    assertThat(copy.getParameter("tied")).isSameAs(copy.c.weight).isNotSameAs(net.c.weight);
    assertThat(copy.nothing).isNull();
    assertThat(copy.getBuffer("b.scratch").persistent()).isFalse();
    assertThat(copy.stateDict().keySet()).containsExactlyElementsOf(net.stateDict().keySet());
  }

  /** Tensors that are no state. */
  static class Tensors extends Affine {
    public @Nullable Tensor plain = Torch.ones(4).requiresGrad_();
    public @Nullable Tensor view;
  }

  @Test void gradients_areCopiedOfPlainTensorsOnly() {
    var net = new Tensors();
    net.weight.sum().add(net.plain.sum().mul(2)).backward();
    Tensors copy = net.deepCopy(Tensors.class);
    assertThat(copy.weight.grad()).isNull();
    assertThat(copy.plain.grad()).isIdenticalTo(Torch.full(new long[] {4}, 2.0)).isNotSameAs(net.plain.grad());
    assertThat(copy.plain.isLeaf()).isTrue();
    assertThat(net.weight.grad()).isNotNull();
  }

  @Test void storages_staySharedInsideTheCopy_butNotAParameters() {
    var net = new Tensors();
    net.view = net.plain.data().narrow(0, 1, 2).t();
    net.registerBuffer("whole", net.plain.data());
    net.registerBuffer("data", net.weight.data());
    Tensors copy = net.deepCopy(Tensors.class);
    assertThat(copy.view.dataPtr()).isEqualTo(copy.plain.dataPtr() + 4).isNotEqualTo(net.view.dataPtr());
    assertThat(copy.getBuffer("whole").dataPtr()).isEqualTo(copy.plain.dataPtr());
    assertThat(copy.getBuffer("data").dataPtr()).isNotEqualTo(copy.weight.dataPtr());
    var turned = new Parameter(Torch.randn(3, 4).t());
    var bag = new Bag();
    bag.registerParameter("p", turned);
    assertThat(bag.deepCopy().getParameter("p").stride()).isEqualTo(turned.stride());
    assertThat(bag.deepCopy().getParameter("p").detach()).isIdenticalTo(turned.detach());
  }

  @Test void copy_outlivesItsScope() {
    Tensors copy;
    try (var scope = Scope.open()) {
      copy = new Tensors().deepCopy(Tensors.class);
    }
    assertThat(copy.plain.sum().item()).isEqualTo(4);
    assertThat(copy.call(Torch.ones(2))).isIdenticalTo(Torch.full(new long[] {2}, 4.0));
  }

  @Test void hooks_areCopied_andRemovedByThemselves() {
    var net = new Bag().with("a", new Affine());
    var seen = new ArrayList<Module>();
    RemovableHandle hook = net.getModule("a", Affine.class).registerForwardHook((m, in, out) -> {
      seen.add(m);
      return null;
    });
    net.registerStateDictHook((m, state, prefix, about) -> seen.add(m));
    Module copy = net.deepCopy();
    copy.stateDict();
    copy.getModule("a", Affine.class).call(Torch.ones(2));
    assertThat(seen).containsExactly(copy, copy.getModule("a"));
    hook.remove();
    net.getModule("a", Affine.class).call(Torch.ones(2));
    assertThat(seen).hasSize(2);
    copy.getModule("a", Affine.class).call(Torch.ones(2));
    assertThat(seen).hasSize(3);
  }

  /** A hook with state is an object, not a function, in Python too. */
  static final class Counting implements ForwardHook<Tensor, Tensor> {
    int calls;

    @Override public @Nullable Tensor run(Model<Tensor, Tensor> module, Tensor input, @Nullable Tensor output) {
      calls++;
      return null;
    }
  }

  record Setting(String name, Tensor scale) {}

  record Plain(String name, long size) {}

  /** An ordinary object of a user's, without a constructor that could be called. */
  static final class Meter {
    final String name;
    final List<Tensor> seen = new ArrayList<>();
    final Meter self = this;
    final Object lock = new Object();
    int count;

    Meter(String name) {
      this.name = name;
    }
  }

  /** What users keep in fields. */
  static final class Keeper extends Layer {
    public final Affine child = new Affine();
    final Counting counting = new Counting();
    final Setting setting = new Setting("s", Torch.ones(1));
    final Plain plain = new Plain("p", 1L << 40);
    final List<Tensor> list = new ArrayList<>(List.of(Torch.ones(1)));
    final List<Object> fixed = List.of(Torch.ones(1), "text");
    final List<String> texts = List.of("a", "b");
    final Map<String, Tensor> map = new LinkedHashMap<>();
    final Map<String, Integer> sorted = new TreeMap<>(java.util.Comparator.reverseOrder());
    final Map<String, Tensor> concurrent = new ConcurrentHashMap<>(Map.of("k", Torch.ones(1)));
    final Tensor[] array = {Torch.ones(1), null};
    final long[] numbers = {1, 2};
    final Optional<Tensor> optional = Optional.of(Torch.ones(1));
    final AtomicReference<Tensor> reference = new AtomicReference<>(Torch.ones(1));
    final AtomicInteger counter = new AtomicInteger(3);
    final Random random = new Random(1);
    final Meter meter = new Meter("m");
    final DType dtype = DType.FLOAT32;
    final UnaryOperator<Tensor> function = t -> t.mul(2);
    final List<Object> cycle = new ArrayList<>();
    final SGD optimizer = new SGD(child.parameters());
    final Inner inner = new Inner();
    final System.Logger systemLogger = System.getLogger("keeper");
    final java.util.logging.Logger javaLogger = java.util.logging.Logger.getLogger("keeper");
    final org.slf4j.Logger slf4jLogger = org.slf4j.LoggerFactory.getLogger("keeper"); // ArchUnit brings it

    Keeper() {
      child.registerForwardHook(counting);
      map.put("weight", child.weight.data());
      sorted.putAll(Map.of("a", 1, "b", 2));
      meter.seen.add(array[0]);
      cycle.add(cycle);
    }

    /** Reads its owner. */
    final class Inner extends Layer {
      @Override protected Tensor forward(Tensor x) { return child.call(x); }

      Keeper owner() { return Keeper.this; }
    }

    @Override protected Tensor forward(Tensor x) { return inner.call(x); }
  }

  @Test void fields_ofAllKinds() {
    var net = new Keeper();
    Keeper copy = net.deepCopy(Keeper.class);
    copy.call(Torch.ones(2));
    assertThat(List.of(net.counting.calls, copy.counting.calls)).containsExactly(0, 1);
    assertThat(copy.inner.owner()).isSameAs(copy);
    assertThat(copy.setting.scale()).isNotSameAs(net.setting.scale());
    assertThat(copy.setting.name()).isSameAs(net.setting.name());
    assertThat(copy.plain).isSameAs(net.plain);
    assertThat(copy.list).isNotSameAs(net.list).hasSameSizeAs(net.list);
    assertThat(copy.list.get(0)).isNotSameAs(net.list.get(0)).isIdenticalTo(Torch.ones(1));
    assertThat(copy.fixed.get(0)).isNotSameAs(net.fixed.get(0));
    assertThat(copy.texts).isSameAs(net.texts);
    assertThat(copy.map.get("weight")).isNotSameAs(net.map.get("weight"));
    assertThat(copy.sorted.keySet()).containsExactly("b", "a");
    assertThat(copy.concurrent.get("k")).isNotSameAs(net.concurrent.get("k"));
    assertThat(copy.array[0]).isNotSameAs(net.array[0]).isSameAs(copy.meter.seen.get(0));
    assertThat(copy.numbers).isNotSameAs(net.numbers).containsExactly(1, 2);
    assertThat(copy.optional.get()).isNotSameAs(net.optional.get());
    assertThat(copy.reference.get()).isNotSameAs(net.reference.get());
    assertThat(copy.counter).isNotSameAs(net.counter).hasValue(3);
    assertThat(copy.random.nextInt()).isEqualTo(net.random.nextInt());
    assertThat(copy.meter.self).isSameAs(copy.meter);
    assertThat(copy.meter.lock).isNotSameAs(net.meter.lock);
    assertThat(copy.function).isSameAs(net.function);
    assertThat(copy.cycle.get(0)).isSameAs(copy.cycle);
    assertThat(copy.optimizer.paramGroups().get(0).params().get(0)).isSameAs(copy.child.weight);
    assertThat(copy.systemLogger).isSameAs(net.systemLogger);
    assertThat(copy.javaLogger).isSameAs(net.javaLogger);
    assertThat(copy.slf4jLogger).isSameAs(net.slf4jLogger);
  }

  /** A field of any kind. */
  static final class Holder extends Bag {
    @Nullable Object held;
  }

  @Test void field_thatCannotBeCopied_isNamed() {
    var holder = new Holder();
    holder.held = Thread.currentThread();
    String rest = ", which cannot be copied (expected: tensors, modules, collections, records and plain objects in open"
        + " packages); set the field to null while copying";
    assertThatThrownBy(holder::deepCopy).isInstanceOf(ModuleException.class)
        .hasMessage("Holder: field 'held' holds a Thread" + rest);
    holder.held = new HashMap<>(Map.of("k", Arrays.asList(Torch.ones(1), Torch.ones(1))));
    assertThatThrownBy(() -> new Bag().with("x", holder).deepCopy())
        .hasMessage("Holder: field 'held' holds a ArrayList" + rest);
    holder.held = Torch.ones(1).requiresGrad_().mul(2);
    assertThatThrownBy(holder::deepCopy).isInstanceOf(ModuleException.class).hasMessage(
        "Holder: field 'held' holds the result of an operator, MulBackward0 (expected: tensors outside the graph); detach()"
            + " it, or set the field to null");
    assertThatThrownBy(() -> holder.deepCopy(Affine.class))
        .hasMessage("Holder: the copy is a Holder (expected: a Affine)");
  }
}
