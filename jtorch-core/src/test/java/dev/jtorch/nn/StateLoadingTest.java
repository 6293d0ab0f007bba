package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.TestNets.Affine;
import dev.jtorch.nn.TestNets.Bag;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** States in memory: metadata, what fits, and what is said of what does not. */
class StateLoadingTest {
  @Test void metadata_hasAVersionForEachModule() {
    var net = new Sequential(new Linear(1, 1), new BatchNorm1d(1));
    Map<String, Object> one = Map.of("version", 1L);
    assertThat(net.stateDict().metadata()).isEqualTo(Map.of("", one, "0", one, "1", Map.of("version", 2L)));
    assertThat(net.stateDict("a.").metadata().keySet()).containsExactly("a", "a.0", "a.1");
    assertThat(net.stateDict("a.").stripPrefix("a.").metadata()).isEqualTo(net.stateDict().metadata());
    assertThat(net.stateDict().filter(key -> true).metadata()).isEmpty();
    assertThat(new StateDict(net.stateDict()).metadata()).hasSize(3);
  }

  @Test void batchNorm_mayLackTheCount_onlyInOldStates() {
    var bn = new BatchNorm1d(2);
    bn.numBatchesTracked.fill_(7);
    StateDict state = new BatchNorm1d(2).stateDict();
    state.remove("num_batches_tracked");
    assertThatThrownBy(() -> bn.loadStateDict(state)).isInstanceOf(StateDictException.class)
        .hasMessage("BatchNorm1d: 1 missing key: num_batches_tracked");
    state.metadata().put("", Map.of("version", 1L));
    bn.loadStateDict(state);
    state.metadata().clear();
    bn.loadStateDict(state);
    bn.loadStateDict(new LinkedHashMap<>(state));
    assertThat(bn.numBatchesTracked.itemLong()).isEqualTo(7);
  }

  @Test void oneElement_isAnOldScalar() {
    var bag = new Bag();
    bag.registerBuffer("s", Torch.tensor(0.0));
    bag.loadStateDict(Map.of("s", Torch.tensor(new float[] {2})));
    assertThat(bag.getBuffer("s")).isIdenticalTo(Torch.scalar(2f));
  }

  @Test void assign_takesTheTensors() {
    var bag = new Bag();
    bag.registerParameter("w", new Parameter(Torch.zeros(2).to(DType.FLOAT64)));
    bag.getParameter("w").requiresGrad_(false);
    bag.registerBuffer("b", Torch.zeros(2));
    Tensor source = Torch.ones(2);
    bag.loadStateDict(Map.of("w", source, "b", source), o -> o.assign(true));
    assertThat(bag.getParameter("w").dtype()).isEqualTo(DType.FLOAT32);
    assertThat(bag.getParameter("w").requiresGrad()).isFalse();
    assertThat(bag.getParameter("w").dataPtr()).isEqualTo(source.dataPtr());
    assertThat(bag.getBuffer("b").isSameAs(source) || bag.getBuffer("b").dataPtr() == source.dataPtr()).isTrue();
    var given = new Parameter(Torch.ones(2));
    bag.loadStateDict(Map.of("w", given, "b", source), o -> o.assign(true));
    assertThat(bag.getParameter("w")).isSameAs(given);
    assertThat(given.requiresGrad()).isFalse();
  }

  @Test void nullEntry_hasNoKey() {
    var affine = new Affine();
    affine.bias = null;
    assertThatThrownBy(() -> affine.loadStateDict(new Affine().stateDict()))
        .hasMessage("Affine: 1 unexpected key: bias");
  }

  @Test void problems_areAllListed() {
    var net = new Bag().with("a", new Affine()).with("b", new Affine());
    StateDict state = new Bag().with("a", new Affine()).stateDict();
    state.put("a.weight", Torch.ones(3, 2));
    state.put("q", Torch.ones(1));
    state.put("a.r.s", Torch.ones(1));
    assertThatThrownBy(() -> net.loadStateDict(state)).isInstanceOf(StateDictException.class).hasMessage(
        "Bag: 2 missing keys: b.weight, b.bias; 2 unexpected keys: q, a.r.s; 1 size mismatch: a.weight is (3, 2) in the"
            + " state, (2, 2) here");
  }

  @Test void hint_fits_theKeys() {
    var wrapper = new Bag().with("net", new Affine());
    assertThatThrownBy(() -> new Affine().loadStateDict(wrapper.stateDict()))
        .hasMessage("Affine: the keys have a prefix, use state.stripPrefix(\"net.\"); 2 missing keys: weight, bias;"
            + " 2 unexpected keys: net.weight, net.bias");
    assertThatThrownBy(() -> wrapper.loadStateDict(new Affine().stateDict()))
        .hasMessage("Bag: the keys lack a prefix, use state.renameKeys(key -> \"net.\" + key); 2 missing keys:"
            + " net.weight, net.bias; 2 unexpected keys: weight, bias");
    StateDict typo = new Affine().stateDict().renameKeys(key -> key.replace("weight", "weigth"));
    assertThatThrownBy(() -> new Affine().loadStateDict(typo)).hasMessage(
        "Affine: is 'weigth' meant to be 'weight'?; 1 missing key: weight; 1 unexpected key: weigth");
  }

  @Test void message_namesTenKeysOfAKind_exceptionAll() {
    var net = new Bag();
    for (int i = 0; i < 122; i++) net.registerParameter("p" + i, new Parameter(Torch.zeros(1)));
    StateDict state = new StateDict(net.stateDict()).renameKeys(key -> "module." + key);
    assertThatThrownBy(() -> net.loadStateDict(state)).isInstanceOfSatisfying(StateDictException.class, e -> {
      assertThat(e).hasMessage("Bag: the keys come from DataParallel, use state.stripPrefix(\"module.\");"
          + " 122 missing keys: p0, p1, p2, p3, p4, p5, p6, p7, p8, p9 and 112 more; 122 unexpected keys: module.p0,"
          + " module.p1, module.p2, module.p3, module.p4, module.p5, module.p6, module.p7, module.p8, module.p9 and 112"
          + " more");
      assertThat(e.missingKeys()).containsExactlyElementsOf(net.stateDict().keySet());
      assertThat(e.unexpectedKeys()).containsExactlyElementsOf(state.keySet());
      assertThat(e.sizeMismatches()).isEmpty();
    });
    state.clear();
    for (int i = 0; i < 122; i++) state.put("p" + i, Torch.zeros(2));
    assertThatThrownBy(() -> net.loadStateDict(state, o -> o.strict(false)))
        .isInstanceOfSatisfying(StateDictException.class, e -> {
          assertThat(e.getMessage()).startsWith("Bag: 122 size mismatches: p0 is (2,) in the state, (1,) here, p1 is")
              .endsWith(", p9 is (2,) in the state, (1,) here and 112 more");
          assertThat(e.sizeMismatches()).hasSize(122).endsWith("p121 is (2,) in the state, (1,) here");
          assertThat(e.missingKeys()).isEmpty();
        });
  }

  @Test void message_isOneLine_whateverTheKeys() {
    StateDict state = new Affine().stateDict();
    state.put("a\nb\u2028c", Torch.zeros(1));
    state.put("x".repeat(1000), Torch.zeros(1));
    assertThatThrownBy(() -> new Affine().loadStateDict(state)).isInstanceOfSatisfying(StateDictException.class, e -> {
      assertThat(e).hasMessage("Affine: 2 unexpected keys: a?b?c, " + "x".repeat(200) + "..");
      assertThat(e.unexpectedKeys()).containsExactly("a\nb\u2028c", "x".repeat(1000));
    });
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as a user casts who reads a checkpoint's value
  @Test void checkpointAroundAState_isNamed() {
    Map checkpoint = new LinkedHashMap<>(Map.of("epoch", 3L));
    checkpoint.put("state_dict", new Affine().stateDict());
    assertThatThrownBy(() -> new Affine().loadStateDict((Map<String, Tensor>) checkpoint)).hasMessage(
        "Affine: entry 'epoch' of the state is a Long (expected: a Tensor); the map is a checkpoint around the state, use"
            + " checkpoint.stateDict(\"state_dict\")");
    checkpoint.remove("state_dict");
    checkpoint.put("model", List.of());
    assertThatThrownBy(() -> new Affine().loadStateDict((Map<String, Tensor>) checkpoint))
        .hasMessage("Affine: entry 'epoch' of the state is a Long (expected: a Tensor)");
  }
}
