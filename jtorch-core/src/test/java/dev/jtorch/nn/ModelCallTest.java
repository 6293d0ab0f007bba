package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelCallTest {
  record Out(Tensor main, List<Tensor> others, Map<String, Tensor> named, Tensor[] array, Optional<Tensor> maybe,
      String note) {}

  static class Many extends Model<Tensor, Out> {
    Tensor lost = Torch.ones(1);

    @Override protected Out forward(Tensor x) {
      lost = x.add(100);
      return new Out(x.add(1), List.of(x.add(2)), Map.of("a", x.add(3)), new Tensor[] {x.add(4)}, Optional.of(x.add(5)),
          "n");
    }
  }

  @Test void call_freesWhatIsNotReturned() {
    var many = new Many();
    try (var scope = Scope.open()) {
      Out out = many.call(Torch.zeros(1));
      assertThat(
          List.of(out.main(), out.others().get(0), out.named().get("a"), out.array()[0], out.maybe().orElseThrow()))
          .extracting(Tensor::item).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
      assertThatThrownBy(() -> many.lost.add(1)).isInstanceOf(ReleasedTensorException.class)
          .hasMessageStartingWith("tensor: used after the call of Many that made it ended (expected: a live tensor");
      assertThat(scope.size()).isEqualTo(6);
    }
  }

  static class Failing extends Layer {
    @Override protected Tensor forward(Tensor x) { return x.add(Torch.ones(3)); }
  }

  static class Outer extends Layer {
    public Layer stage = new Stage();

    @Override protected Tensor forward(Tensor x) { return stage.call(x); }
  }

  static class Stage extends Layer {
    public Layer conv1 = new Failing();

    @Override protected Tensor forward(Tensor x) { return conv1.call(x); }
  }

  @Test void error_namesTheModulesPath() {
    String message = "The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0";
    assertThatThrownBy(() -> new Outer().call(Torch.ones(2))).isInstanceOf(ShapeException.class)
        .hasMessage("in stage.conv1 (Failing): " + message);
    assertThatThrownBy(() -> new Failing().call(Torch.ones(2))).hasMessage("Failing: " + message);
  }

  @Row({"S4-212", "S4-218", "S5-035"})
  @Test void hooks_runInOrderOfRegistration() {
    var log = new ArrayList<String>();
    var affine = new Affine();
    var first = affine.registerForwardPreHook((m, in) -> { log.add("pre1"); return null; });
    affine.registerForwardPreHook((m, in) -> { log.add("pre2"); return null; });
    affine.registerForwardHook((m, in, out) -> { log.add("post1"); return null; });
    affine.registerForwardHook((m, in, out) -> { log.add("post0"); return null; }, o -> o.prepend(true));
    affine.call(Torch.ones(2));
    assertThat(log).containsExactly("pre1", "pre2", "post0", "post1");
    first.remove();
    first.remove();
    log.clear();
    affine.call(Torch.ones(2));
    assertThat(log).containsExactly("pre2", "post0", "post1");
  }

  @Row({"S4-213", "S4-214"})
  @Test void hooks_replaceInputAndOutput() {
    var affine = new Affine();
    affine.registerForwardPreHook((m, in) -> in.mul(2));
    affine.registerForwardHook((m, in, out) -> out.add(in));
    assertThat(affine.call(Torch.ones(2)).detach().toFloatArray()).containsExactly(10, 10);
  }

  @Test void alwaysCalledHook_runsWhereForwardThrows() {
    var seen = new ArrayList<Object>();
    var failing = new Failing();
    failing.registerForwardHook((m, in, out) -> { seen.add("plain"); return null; });
    failing.registerForwardHook((m, in, out) -> { seen.add(out); return null; }, o -> o.alwaysCall(true));
    assertThatThrownBy(() -> failing.call(Torch.ones(2))).isInstanceOf(ShapeException.class);
    assertThat(seen).hasSize(1).containsOnlyNulls();
  }

  @Row({"S4-078"})
  @Test void loadStateDict_reportsEverythingAndChangesNothing() {
    var net = new Bag().with("fc", new Affine());
    var state = new Bag().with("fc", new Affine()).stateDict();
    state.put("fc.weight", Torch.zeros(3, 2));
    state.put("zzz", Torch.zeros(1));
    state.remove("fc.bias");
    assertThatThrownBy(() -> net.loadStateDict(state)).isInstanceOf(StateDictException.class).hasMessage(
        "Bag: 1 missing key: fc.bias; 1 unexpected key: zzz; 1 size mismatch: fc.weight is (3, 2) in the state, (2, 2) here");
    assertThat(net.getParameter("fc.weight").sum().item()).isEqualTo(4);
    state.put("fc.weight", Torch.zeros(2, 2));
    LoadReport report = net.loadStateDict(state, o -> o.strict(false));
    assertThat(report).hasToString("_IncompatibleKeys(missing_keys=['fc.bias'], unexpected_keys=['zzz'])");
    assertThat(net.getParameter("fc.weight").sum().item()).isZero();
  }

  @Row("S4-120")
  @Test void loadStateDict_hintsAtAPrefix() {
    var state = new Affine().stateDict("module.");
    assertThatThrownBy(() -> new Affine().loadStateDict(state)).hasMessageStartingWith(
        "Affine: the keys come from DataParallel, use state.stripPrefix(\"module.\"); 2 missing keys: ");
    assertThat(new Affine().loadStateDict(state.stripPrefix("module."))).hasToString("<All keys matched successfully>");
  }

  @Row("S4-086")
  @Test void stateDict_isLive() {
    var affine = new Affine();
    var state = affine.stateDict("p.");
    try (var quiet = Torch.noGrad()) {
      affine.weight.mul_(7);
    }
    assertThat(state.get("p.weight").sum().item()).isEqualTo(28);
    assertThat(state.get("p.weight").requiresGrad()).isFalse();
    assertThat(state.keySet()).containsExactly("p.weight", "p.bias");
  }
}
