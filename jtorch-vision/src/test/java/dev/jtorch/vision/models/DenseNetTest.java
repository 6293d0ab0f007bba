package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.StateDictException;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of older files, and memory saved. */
class DenseNetTest {
  private static DenseNet small(boolean memoryEfficient) {
    Torch.manualSeed(0);
    return new DenseNet(
        o -> o.growthRate(8).blockConfig(2, 3, 1).numInitFeatures(16).memoryEfficient(memoryEfficient));
  }

  /** As torchvision's own files are: dots before the numbers of a layer's parts, and no count of batches. */
  private static StateDict old(StateDict state) {
    return state.filter(key -> !key.endsWith("num_batches_tracked"))
        .renameKeys(key -> key.replaceAll("(denselayer\\d+\\.(?:norm|conv))([12])\\.", "$1.$2."));
  }

  @Test void keysOfOlderFiles_areTaken() {
    StateDict old = old(small(false).stateDict());
    assertThat(old.keySet()).contains("features.denseblock1.denselayer1.norm.1.running_mean",
        "features.denseblock2.denselayer3.conv.2.weight", "features.transition1.conv.weight");
    DenseNet net = small(false);
    GoldenNets.randomize(net);
    net.loadStateDict(old);
    assertThat(GoldenNets.values(old(net.stateDict()).values())).isEqualTo(GoldenNets.values(old.values()));
    assertThat(old.keySet()).as("the caller's state stays").contains("features.denseblock1.denselayer1.norm.1.bias");
    new Sequential(net).loadStateDict(old.renameKeys(key -> "0." + key));
  }

  /** torchvision's pattern has no count of batches. */
  @Test void otherKeysWithDots_areUnexpected() {
    StateDict state = small(false).stateDict();
    state.put("features.denseblock1.denselayer1.norm.1.num_batches_tracked", Torch.zeros());
    assertThatThrownBy(() -> small(false).loadStateDict(state)).isInstanceOf(StateDictException.class)
        .hasMessage(
            "DenseNet: 1 unexpected key: features.denseblock1.denselayer1.norm.1.num_batches_tracked");
  }

  @Test void versions_areTorchvisions() {
    Map<String, Map<String, Object>> metadata = small(false).stateDict().metadata();
    assertThat(metadata.get("features.denseblock1")).containsEntry("version", 2L);
    assertThat(metadata.get("features.denseblock1.denselayer1")).containsEntry("version", 1L);
  }

  /** The first normalisation of each layer sees its batch twice, in PyTorch too. */
  @Test void memoryEfficient_givesTheSameGradients() {
    List<Tensor> plain = gradients(small(false), 1);
    List<Tensor> again = gradients(small(true), 2);
    assertThat(plain.stream().mapToDouble(g -> g.abs().sum().item()).sum()).isBetween(38043.0,
        38043.4);
    for (int i = 0; i < plain.size(); i++) {
      TensorAssert.assertThat(again.get(i)).isCloseTo(plain.get(i), Tolerance.REORDERED_FLOAT64);
    }
  }

  private static List<Tensor> gradients(DenseNet net, long passes) {
    Torch.manualSeed(1);
    net.toDouble();
    Tensor images = Torch.randn(2, 3, 64, 64).toDouble().requiresGrad_();
    Tensor logits = net.call(images);
    logits.mul(logits).sum().backward();
    assertThat(net.getBuffer("features.denseblock1.denselayer1.norm1.num_batches_tracked").itemLong())
        .isEqualTo(passes);
    assertThat(net.getBuffer("features.denseblock1.denselayer1.norm2.num_batches_tracked").itemLong()).isEqualTo(1);
    var gradients = new ArrayList<Tensor>(net.parameters().stream().map(Parameter::grad).toList());
    gradients.add(images.grad());
    return gradients;
  }

  @Test void memoryEfficient_countsForNothingWithoutGradients() {
    DenseNet net = small(true);
    try (var quiet = Torch.noGrad()) {
      net.call(Torch.randn(2, 3, 64, 64));
    }
    assertThat(net.getBuffer("features.denseblock1.denselayer1.norm1.num_batches_tracked").itemLong()).isEqualTo(1);
  }
}
