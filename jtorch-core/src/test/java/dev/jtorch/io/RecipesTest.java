package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Module;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.init.Init;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm1d;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch's recipes for checkpoints, warm start and partial loading, in Java. */
class RecipesTest {
  @TempDir Path dir;

  private static Sequential net() {
    return new Sequential(new Linear(4, 8), new BatchNorm1d(8), new Dropout(0.5), new Linear(8, 2));
  }

  private static StateDict values(Object... keysAndValues) {
    var state = new StateDict();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      state.put((String) keysAndValues[i], Torch.full(new long[] {2}, (int) keysAndValues[i + 1]).toFloat());
    }
    return state;
  }

  /** Three layers a, b and c with one value of two elements each. */
  private static final class Abc extends Layer {
    final Parameter a = new Parameter(Torch.zeros(2));
    final Parameter b = new Parameter(Torch.zeros(2));
    final Parameter c = new Parameter(Torch.full(new long[] {2}, 9).toFloat());

    @Override protected Tensor forward(Tensor x) { return x; }
  }

  @Row("S4-079")
  @Test void partialLoad_mergesByKey() {
    var net = new Abc();
    StateDict checkpoint = values("a", 1, "b", 2, "z", 3);
    StateDict merged = new StateDict(net.stateDict());
    merged.putAll(checkpoint.filter(merged::containsKey));
    net.loadStateDict(merged);
    assertThat(net.a.detach().toFloatArray()).containsOnly(1);
    assertThat(net.b.detach().toFloatArray()).containsOnly(2);
    assertThat(net.c.detach().toFloatArray()).containsOnly(9);
    assertThat(net.stateDict()).doesNotContainKey("z");

    checkpoint.put("b", Torch.ones(3));
    StateDict wrong = new StateDict(net.stateDict());
    wrong.putAll(checkpoint.filter(wrong::containsKey));
    assertThatThrownBy(() -> net.loadStateDict(wrong)).isInstanceOf(StateDictException.class)
        .hasMessage("Abc: 1 size mismatch: b is (3,) in the state, (2,) here");
    assertThat(net.b.detach().toFloatArray()).containsOnly(2);
  }

  /** Python: {@code {k: v for k, v in sd.items() if k in own and v.shape == own[k].shape}}. */
  @Test void warmStart_takesWhatFits() {
    var net = new Abc();
    StateDict checkpoint = values("a", 1, "z", 3);
    checkpoint.put("b", Torch.ones(3));
    var report = net.loadStateDict(checkpoint.matching(net.stateDict()), o -> o.strict(false));
    assertThat(net.a.detach().toFloatArray()).containsOnly(1);
    assertThat(net.b.detach().toFloatArray()).containsOnly(0);
    assertThat(report.missingKeys()).containsExactly("b", "c");
  }

  @Test void dataParallelPrefix_isStripped() {
    var net = new Abc();
    StateDict wrapped = values("a", 1, "b", 2, "c", 3).renameKeys(key -> "module." + key);
    assertThatThrownBy(() -> net.loadStateDict(wrapped)).isInstanceOf(StateDictException.class)
        .hasMessage("Abc: the keys come from DataParallel, use state.stripPrefix(\"module.\");"
            + " 3 missing keys: a, b, c; 3 unexpected keys: module.a, module.b, module.c");
    net.loadStateDict(wrapped.stripPrefix("module."));
    assertThat(net.c.detach().toFloatArray()).containsOnly(3);
  }

  @Row("S4-081")
  @Test void checkpointMap_hasFourKeys() {
    Sequential net = net();
    var sgd = new SGD(net.parameters(), o -> o.lr(0.1).momentum(0.9));
    var checkpoint = new LinkedHashMap<String, Object>();
    checkpoint.put("model", net.toString());
    checkpoint.put("model_state_dict", net.stateDict());
    checkpoint.put("optimizer_state_dict", sgd.stateDict());
    checkpoint.put("epoch", 7);
    Torch.save(checkpoint, dir.resolve("checkpoint.pth"));

    Checkpoint loaded = Torch.load(dir.resolve("checkpoint.pth"));
    assertThat(((Map<?, ?>) loaded.value()).keySet()).map(String::valueOf).containsExactly("model",
        "model_state_dict", "optimizer_state_dict", "epoch");
    assertThat(loaded.longValue("epoch")).isEqualTo(7);

    checkpoint.put("model", net);
    assertThatThrownBy(() -> Torch.save(checkpoint, dir.resolve("whole.pth"))).isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Sequential");
    assertThat(dir.resolve("whole.pth")).doesNotExist();
  }

  @Row("S4-082")
  @Test void loadForInference_isFrozenAndInEvalMode() {
    Sequential trained = net();
    trained.call(Torch.randn(16, 4));
    var sgd = new SGD(trained.parameters(), o -> o.lr(0.1));
    Torch.save(Map.of("model_state_dict", trained.stateDict(), "optimizer_state_dict", sgd.stateDict(), "epoch", 7),
        dir.resolve("checkpoint.pth"));

    Checkpoint checkpoint = Torch.load(dir.resolve("checkpoint.pth"));
    Sequential net = net();
    net.loadStateDict(checkpoint.stateDict("model_state_dict"));
    new SGD(net.parameters(), o -> o.lr(0.1)).loadStateDict(checkpoint.map("optimizer_state_dict"));
    net.requiresGrad_(false);
    net.eval();

    assertThat(net.modules()).noneMatch(Module::training);
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad);
    Tensor x = Torch.randn(3, 4);
    assertThat(net.call(x).equal(net.call(x))).isTrue();
    trained.eval();
    assertThat(net.call(x).equal(trained.call(x))).isTrue();
  }

  /** A network whose constructor starts from a file, and initialises its head before or everything after. */
  private static final class Detector extends Layer {
    final Linear backbone = new Linear(4, 8);
    final Linear head = new Linear(8, 2);

    Detector(Path pretrained, boolean initialiseAllAfterwards) {
      Init.constant_(head.weight, 0.5);
      backbone.loadStateDict(StateDict.load(pretrained));
      if (initialiseAllAfterwards) {
        apply(module -> {
          if (module instanceof Linear linear) Init.constant_(linear.weight, 0.25);
        });
      }
    }

    @Override protected Tensor forward(Tensor x) { return head.call(backbone.call(x)); }
  }

  @Row("S1-002")
  @Test void pretrainedWeights_surviveConstruction() {
    var backbone = new Linear(4, 8);
    Init.constant_(backbone.weight, 7);
    backbone.stateDict().save(dir.resolve("backbone.safetensors"));
    var good = new Detector(dir.resolve("backbone.safetensors"), false);
    assertThat(good.backbone.weight.detach().flatten().toFloatArray()).containsOnly(7);
    assertThat(good.backbone.bias.equal(backbone.bias)).isTrue();
    assertThat(good.head.weight.detach().flatten().toFloatArray()).containsOnly(0.5f);
    var bad = new Detector(dir.resolve("backbone.safetensors"), true);
    assertThat(bad.backbone.weight.detach().flatten().toFloatArray()).containsOnly(0.25f);
  }
}
