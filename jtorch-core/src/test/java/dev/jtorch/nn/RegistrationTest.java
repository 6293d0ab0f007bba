package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.TestNets.Net;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How state gets into a module: by fields and by registered names. */
class RegistrationTest {
  /** One of each, and an ordinary field. */
  static class Mixed extends Layer {
    public @Nullable Parameter w;
    public Tensor plain = Torch.ones(1);
    final int count = 3;

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  @Row("S2-006")
  @Test void bareModule_isEmptyAndTraining() {
    var bare = new Bag();
    assertThat(bare.training()).isTrue();
    assertThat(bare.namedParameters()).isEmpty();
    assertThat(bare.namedBuffers()).isEmpty();
    assertThat(bare.namedChildren()).isEmpty();
    assertThat(bare.stateHooks()).isNull();
    for (String name : List.of("z", "a", "m")) {
      bare.registerBuffer("b" + name, Torch.ones(1), !name.equals("a"));
      bare.registerModule("m" + name, new Bag());
      bare.registerParameter("p" + name, new Parameter(Torch.ones(1)));
    }
    assertThat(bare.namedParameters().keySet()).containsExactly("pz", "pa", "pm");
    assertThat(bare.namedBuffers().keySet()).containsExactly("bz", "ba", "bm");
    assertThat(bare.namedChildren().keySet()).containsExactly("mz", "ma", "mm");
    assertThat(bare.stateDict().keySet()).containsExactly("pz", "pa", "pm", "bz", "bm");
  }

  @Row("S2-006")
  @Test void hooks_ofEachKind_runInOrderOfRegistration() {
    var net = new Affine();
    var seen = new ArrayList<String>();
    for (String name : List.of("z", "a")) {
      net.registerForwardHook((m, in, out) -> {
        seen.add("hook " + name);
        return null;
      });
      net.registerForwardPreHook((m, in) -> {
        seen.add("pre " + name);
        return null;
      });
      net.registerStateDictHook((m, state, prefix, about) -> seen.add("state " + name));
      net.registerLoadStateDictPreHook((m, load) -> seen.add("load " + name));
    }
    net.call(Torch.ones(2));
    net.loadStateDict(net.stateDict());
    assertThat(seen).containsExactly("pre z", "pre a", "hook z", "hook a", "state z", "state a", "load z", "load a");
  }

  @Row("S4-155")
  @Test void field_isTheRegistry() {
    var net = new Net();
    net.c = new Affine();
    net.c.bias = null;
    net.b = null;
    assertThat(net.stateDict().keySet()).containsExactly("c.weight", "shared.weight", "shared.bias");
    var mixed = new Mixed();
    assertThat(mixed.parameters()).isEmpty();
    mixed.w = new Parameter(Torch.ones(2));
    mixed.registerParameter("v", new Parameter(Torch.ones(2)));
    assertThat(mixed.namedParameters().keySet()).containsExactly("w", "v");
    assertThat(mixed.stateDict().keySet()).containsExactly("w", "v");
    mixed.w = null;
    assertThat(mixed.stateDict().keySet()).containsExactly("v");
  }

  @Row("S4-155")
  @Test void plainTensor_isNoParameter_forTheCompiler() {
    assertThat(Compiled.errors("dev.jtorch.nn.linear.Linear l = new dev.jtorch.nn.linear.Linear(1, 1);"
        + " l.weight = dev.jtorch.Torch.ones(1, 1);"))
        .containsExactly("incompatible types: dev.jtorch.Tensor cannot be converted to dev.jtorch.nn.Parameter");
    assertThat(
        Compiled.errors("new dev.jtorch.nn.linear.Linear(1, 1).registerParameter(\"w\", dev.jtorch.Torch.ones(1));"))
        .containsExactly("incompatible types: dev.jtorch.Tensor cannot be converted to dev.jtorch.nn.Parameter");
  }

  @Row({"S5-005", "S4-156"})
  @Test void register_badNames() {
    var bag = new Bag();
    BiConsumer<ThrowingCallable, String> refused = (call, message) -> assertThatThrownBy(call)
        .isInstanceOf(ModuleException.class).hasMessage(message);
    refused.accept(() -> bag.addModule("a.b", new Affine()), "module name can't contain \".\", got: a.b");
    refused.accept(() -> bag.addModule("", new Affine()), "module name can't be empty string \"\"");
    refused.accept(() -> bag.registerParameter("a.b", null), "parameter name can't contain \".\"");
    refused.accept(() -> bag.registerParameter("", null), "parameter name can't be empty string \"\"");
    refused.accept(() -> bag.registerBuffer("a.b", null), "buffer name can't contain \".\"");
    refused.accept(() -> bag.registerBuffer("", null), "buffer name can't be empty string \"\"");
    refused.accept(() -> new Net().addModule("nothing", new Affine()), "attribute 'nothing' already exists");
    refused.accept(() -> new Net().registerParameter("c", null), "attribute 'c' already exists");
    refused.accept(() -> new Mixed().registerParameter("count", null), "attribute 'count' already exists");
    bag.registerParameter("w", null);
    assertThat(bag.namedParameters()).isEmpty();
    assertThat(bag.stateDict()).isEmpty();
    bag.registerParameter("w", new Parameter(Torch.ones(1)));
    bag.registerBuffer("b", Torch.ones(1));
    bag.addModule("m", new Affine());
    refused.accept(() -> bag.registerBuffer("w", Torch.ones(1)), "attribute 'w' already exists");
    refused.accept(() -> bag.registerParameter("b", null), "attribute 'b' already exists");
    refused.accept(() -> bag.registerParameter("m", null), "attribute 'm' already exists");
    refused.accept(() -> bag.registerModule("b", null), "attribute 'b' already exists");
    assertThat(bag.stateDict().keySet()).containsExactly("w", "b", "m.weight", "m.bias");
  }

  @Row("S4-156")
  @Test void registerParameter_ofAnOperatorsResult() {
    Parameter changed = Parameter.frozen(Torch.ones(1));
    changed.mul_(Torch.ones(1).requiresGrad_());
    assertThatThrownBy(() -> new Bag().registerParameter("w", changed)).isInstanceOf(ModuleException.class)
        .hasMessage(
            "Cannot assign non-leaf Tensor to parameter 'w'. Model parameters must be created explicitly. To express"
                + " 'w' as a function of another Tensor, compute the value in the forward() method.");
  }

  @Row("S4-157")
  @Test void plainTensor_isNoState() {
    var mixed = new Mixed();
    Tensor plain = mixed.plain;
    mixed.toDouble();
    assertThat(mixed.parameters()).isEmpty();
    assertThat(mixed.stateDict()).isEmpty();
    assertThat(mixed.plain).isSameAs(plain);
    assertThat(plain.dtype()).isEqualTo(DType.FLOAT32);
  }

  @Row("S4-159")
  @Test void registerBuffer_persistentOrNot() {
    var bag = new Bag();
    bag.registerBuffer("b", Torch.ones(1));
    bag.registerBuffer("nb", Torch.ones(1), false);
    bag.registerBuffer("none", null);
    assertThat(bag.stateDict().keySet()).containsExactly("b");
    assertThat(bag.namedBuffers().keySet()).containsExactly("b", "nb");
    assertThat(bag.parameters()).isEmpty();
    bag.toDouble();
    assertThat(bag.buffers()).allMatch(b -> b.dtype() == DType.FLOAT64);
    assertThat(bag.stateDict().keySet()).containsExactly("b");
    Buffer own = Buffer.nonPersistent(Torch.zeros(1));
    bag.registerBuffer("b", own);
    assertThat(bag.getBuffer("b")).isSameAs(own);
    assertThat(bag.stateDict()).isEmpty();
    assertThat(Compiled.errors("new dev.jtorch.nn.linear.Linear(1, 1).registerBuffer(\"b\", 3);")).isNotEmpty();
    assertThatThrownBy(() -> bag.setModule("b", new Affine())).isInstanceOf(ModuleException.class)
        .hasMessage("Bag: 'b' cannot hold a Affine (expected: a Buffer)");
  }

  @Row("S2-010")
  @Test void objectPastItsConstructor_takesNothing() throws ReflectiveOperationException {
    var unmade = (Affine) ObjectFields.of(new Affine()).allocate();
    String message = "Affine: the constructor of Module has not run (expected: a module made by its constructor, or by"
        + " deepCopy()); it has no state and can take none";
    List<ThrowingCallable> uses = List.of(() -> unmade.registerParameter("p", null),
        () -> unmade.registerBuffer("b", Torch.ones(1)), () -> unmade.registerModule("m", new Affine()),
        () -> unmade.parameters(), () -> unmade.stateDict(), () -> unmade.toDouble(), () -> unmade.deepCopy(),
        () -> unmade.registerStateDictHook((m, state, prefix, about) -> {}));
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use).isInstanceOf(ModuleException.class).hasMessage(message);
    }
  }

  /** A base class that lets its subclass build, before the subclass's fields exist. */
  abstract static class Built extends Layer {
    @SuppressWarnings("this-escape") // what this test is about
    Built() {
      build();
    }

    abstract void build();
  }

  static class Early extends Built {
    public Parameter late = new Parameter(Torch.zeros(1));

    @Override void build() { registerParameter("early", new Parameter(Torch.ones(1))); }

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  static class TooEarly extends Early {
    @Override void build() { getParameter("late").mul_(2); }
  }

  @Row("S2-010")
  @Test void methodThatTheBaseConstructorCalls() {
    assertThat(new Early().namedParameters().keySet()).containsExactly("early", "late");
    assertThatThrownBy(TooEarly::new).isInstanceOf(ModuleException.class)
        .hasMessage("TooEarly: 'late' is null (expected: a Parameter)");
  }

  /** A base class that registers before the fields of its subclass have their values. */
  static class Stem extends Layer {
    public Affine stem = new Affine();

    Stem() { registerModule("level0", new Affine()); }

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  /** Fields and registered names in turn. */
  static class Levels extends Stem {
    public Affine first = new Affine();
    public Parameter own;
    public @Nullable Affine optional;
    public Affine fc;
    public Affine head;

    Levels() {
      registerParameter("scale", new Parameter(Torch.ones(1)));
      own = new Parameter(Torch.ones(1));
      registerModule("level1", new Affine());
      fc = new Affine();
      registerModule("level0", new Affine());
      first = new Affine();
      head = new Affine();
    }
  }

  private static final List<String> CHILDREN = List.of("stem", "level0", "first", "level1", "fc", "head");

  @Row({"S4-158", "S2-006"})
  @Test void order_isThatOfAssignment_asInPython() { // both lists are what Python gives for the same two classes
    var net = new Levels();
    assertThat(net.namedChildren().keySet()).containsExactlyElementsOf(CHILDREN);
    assertThat(net.namedParameters().keySet()).containsExactly("scale", "own", "stem.weight", "stem.bias",
        "level0.weight", "level0.bias", "first.weight", "first.bias", "level1.weight", "level1.bias", "fc.weight",
        "fc.bias", "head.weight", "head.bias");
    assertThat(net.stateDict().keySet()).containsExactlyElementsOf(net.namedParameters().keySet());
    assertThat(net.parameters()).containsExactlyElementsOf(net.namedParameters().values());
  }

  @Test void order_keepsThePlacesOnceTaken() {
    var net = new Levels();
    net.first = new Affine();
    net.addModule("stem", new Affine());
    net.setModule("level1", null);
    net.setModule("level1", new Affine());
    assertThat(net.namedChildren().keySet()).containsExactlyElementsOf(CHILDREN);
    net.registerModule("tail", new Affine());
    net.optional = new Affine();
    net.registerModule("end", new Affine());
    assertThat(net.namedChildren().keySet()).containsExactly("stem", "level0", "first", "level1", "fc", "head", "tail",
        "optional", "end");
    Members.modules(net).remove("level0");
    assertThat(net.namedChildren().keySet()).startsWith("stem", "first", "level1");
    net.registerModule("level0", new Affine());
    assertThat(net.namedChildren().keySet()).endsWith("end", "level0");
  }

  @Test void order_isKeptByCopiesAndFiles(@TempDir Path folder) {
    var net = new Levels();
    List<String> names = List.copyOf(net.namedParameters().keySet());
    Levels copy = net.deepCopy(Levels.class);
    assertThat(copy.namedParameters().keySet()).containsExactlyElementsOf(names);
    assertThat(copy.getModule("level1")).isNotSameAs(net.getModule("level1"));
    copy.registerModule("tail", new Affine());
    assertThat(copy.namedChildren().keySet()).endsWith("head", "tail");
    assertThat(net.namedParameters().keySet()).containsExactlyElementsOf(names);
    WholeModel.save(copy, folder.resolve("net.pt"));
    Levels loaded = WholeModel.load(folder.resolve("net.pt"), Levels.class, o -> o.allow("dev.jtorch.nn.."));
    assertThat(loaded.namedParameters().keySet()).containsExactlyElementsOf(copy.namedParameters().keySet());
    loaded.optional = new Affine();
    assertThat(loaded.namedChildren().keySet()).endsWith("tail", "optional");
  }

  @Row("S5-005")
  @Test void addModule_replacesAChild() {
    var net = new Net();
    var other = new Affine();
    net.addModule("c", other);
    assertThat(net.c).isSameAs(other);
    assertThat(net.namedChildren().keySet()).containsExactly("c", "b", "shared");
    net.addModule("b", null);
    assertThat(net.b).isNull();
  }
}
