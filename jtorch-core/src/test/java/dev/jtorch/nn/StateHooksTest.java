package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hooks that run when a state is taken or loaded. */
class StateHooksTest {
  /** A weight and a child. */
  static final class N extends Layer {
    final String name;
    public final Parameter w = new Parameter(Torch.zeros(1));
    public final @Nullable N c;

    N(String name, @Nullable N c) {
      this.name = name;
      this.c = c;
    }

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  private final List<String> seen = new ArrayList<>();

  private N observed() {
    var root = new N("root", new N("c", new N("g", null)));
    for (Module module : root.modules()) {
      String name = ((N) module).name;
      module.registerStateDictPreHook((m, prefix, keepVars) -> seen.add("pre " + name + " " + prefix + " " + keepVars));
      module.registerStateDictHook(
          (m, state, prefix, about) -> seen.add("post " + name + " " + prefix + " " + state.keySet() + " " + about));
      module.registerLoadStateDictPreHook((m, load) -> seen.add("load " + name + " " + load.prefix() + " "
          + load.state().keySet() + " " + load.localMetadata() + " " + load.strict() + " " + load.missingKeys() + " "
          + load.unexpectedKeys() + " " + load.errors()));
      module.registerLoadStateDictPostHook((m, keys) -> seen.add("loaded " + name + " " + keys.missingKeys() + " "
          + keys.unexpectedKeys() + " " + ((N) m).w.item()));
    }
    return root;
  }

  @Test void taking_runsThemInPythonsOrder() {
    StateDict state = observed().stateDict(o -> o.prefix("p.").keepVars(true));
    assertThat(seen).containsExactly("pre root p. true", "pre c p.c. true", "pre g p.c.c. true",
        "post g p.c.c. [p.w, p.c.w, p.c.c.w] {version=1}", "post c p.c. [p.w, p.c.w, p.c.c.w] {version=1}",
        "post root p. [p.w, p.c.w, p.c.c.w] {version=1}");
    assertThat(state.get("p.w")).isInstanceOf(Parameter.class);
    assertThat(state.get("p.w").requiresGrad()).isTrue();
  }

  @Test void loading_runsThemInPythonsOrder() {
    var state = new StateDict();
    for (String key : List.of("w", "c.c.w", "c.c.x", "zz", "c.q.r")) state.put(key, Torch.ones(1));
    assertThat(observed().loadStateDict(state, o -> o.strict(false)))
        .hasToString("_IncompatibleKeys(missing_keys=['c.w'], unexpected_keys=['zz', 'c.q.r', 'c.c.x'])");
    assertThat(seen).containsExactly("load root  [w, c.c.w, c.c.x, zz, c.q.r] {} true [] [] []",
        "load c c. [c.c.w, c.c.x, c.q.r] {} true [] [zz] []",
        "load g c.c. [c.c.w, c.c.x] {} true [c.w] [zz, c.q.r] []", "loaded g [c.w] [zz, c.q.r, c.c.x] 1.0",
        "loaded c [c.w] [zz, c.q.r, c.c.x] 0.0", "loaded root [c.w] [zz, c.q.r, c.c.x] 1.0");
  }

  @Row("S2-008")
  @Test void hooks_areNoState() {
    var plain = new Affine().stateDict();
    var net = new Affine();
    net.registerForwardHook((m, in, out) -> null);
    net.registerForwardPreHook((m, in) -> null);
    net.registerStateDictPreHook((m, prefix, keepVars) -> {});
    net.registerStateDictHook((m, state, prefix, about) -> {});
    net.registerLoadStateDictPreHook((m, load) -> {});
    net.registerLoadStateDictPostHook((m, keys) -> {});
    assertThat(net.stateDict().keySet()).containsExactlyElementsOf(plain.keySet());
    assertThat(net.stateDict().metadata()).isEqualTo(plain.metadata());
  }

  @Row("S2-009")
  @Test void preHook_renamesKeys() {
    var wrapped = new Bag().with("module", new Affine()).stateDict();
    var net = new Affine();
    try (var hook = net.registerLoadStateDictPreHook((m, load) -> {
      StateDict renamed = load.state().stripPrefix("module.");
      load.state().clear();
      load.state().putAll(renamed);
    })) {
      assertThat(net.loadStateDict(wrapped)).hasToString("<All keys matched successfully>");
    }
    assertThat(wrapped.keySet()).containsExactly("module.weight", "module.bias");
    assertThatThrownBy(() -> net.loadStateDict(wrapped)).isInstanceOf(StateDictException.class);
  }

  @Row("S2-009")
  @Test void stateHook_addsAKey() {
    var net = new Bag().with("a", new Affine());
    net.getModule("a").registerStateDictHook((m, state, prefix, about) -> {
      state.put(prefix + "extra", Torch.ones(1));
      about.put("note", "more");
    });
    StateDict state = net.stateDict();
    assertThat(state.keySet()).containsExactly("a.weight", "a.bias", "a.extra");
    assertThat(state.metadata()).containsEntry("a", Map.of("version", 1L, "note", "more"));
  }

  @Test void preHook_reportsErrors() {
    var net = new Affine();
    net.registerLoadStateDictPreHook((m, load) -> load.errors().add("this state is too old"));
    assertThatThrownBy(() -> net.loadStateDict(new Affine().stateDict(), o -> o.strict(false)))
        .isInstanceOf(StateDictException.class).hasMessage("Affine: this state is too old");
  }

  @Test void postHook_excusesKeys() {
    var net = new Affine();
    var state = new StateDict();
    state.put("weight", Torch.zeros(2, 2));
    assertThatThrownBy(() -> net.loadStateDict(state)).isInstanceOf(StateDictException.class);
    assertThat(net.weight.sum().item()).isEqualTo(4);
    net.registerLoadStateDictPostHook((m, keys) -> keys.missingKeys().remove("bias"));
    assertThat(net.loadStateDict(state)).hasToString("<All keys matched successfully>");
    assertThat(net.weight.sum().item()).isZero();
  }
}
