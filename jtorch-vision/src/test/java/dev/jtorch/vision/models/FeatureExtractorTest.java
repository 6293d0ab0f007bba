package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What layers inside an unmodified network put out; numbers as torchvision's extractor gives them. */
class FeatureExtractorTest {
  private ResNet net;
  private Tensor image;

  @BeforeEach void seed() {
    Torch.manualSeed(0);
    net = ResNet.resnet18();
    net.eval();
    image = Torch.randn(1, 3, 64, 64);
  }

  private static void assertSum(Tensor tensor, double sum) {
    Assertions.assertThat(tensor.detach().toDouble().sum().item()).isCloseTo(sum,
        Offset.offset(1e-4 * Math.abs(sum)));
  }

  @Test void features_areTorchvisions() {
    var extractor = new FeatureExtractor(net, "layer4", "conv1", "layer2.0.relu", "bn1", "layer2.0.relu_1", "layer2");
    Map<String, Tensor> found = extractor.call(image);
    assertThat(found.keySet()).as("in the order of execution").containsExactly("conv1", "bn1", "layer2.0.relu",
        "layer2.0.relu_1", "layer2", "layer4");
    assertSum(found.get("conv1"), -153.684);
    assertSum(found.get("bn1"), 7661.064); // which the activation has overwritten
    assertSum(found.get("layer2.0.relu"), 3106.329);
    assertSum(found.get("layer2.0.relu_1"), 4997.367);
    assertSum(found.get("layer2"), 7501.987);
    assertSum(found.get("layer4"), 2046.199);
  }

  @Row("S5-031") @Test void childrenUpToALayer_giveWhatItsHookSees() {
    Tensor walked = new Sequential(net.children().subList(0, 4)).call(image);
    var seen = new Tensor[1];
    try (var hook = net.maxpool.registerForwardHook((layer, in, out) -> {
      seen[0] = out.keep();
      return null;
    })) {
      net.call(image);
    }
    assertThat(walked.equal(seen[0])).isTrue();
    assertThat(new FeatureExtractor(net, "maxpool").call(image).get("maxpool").equal(walked)).isTrue();
    assertThat(new IntermediateLayerGetter(net, Map.of("maxpool", "x")).call(image).get("x").equal(walked)).isTrue();
  }

  @Test void rest_isNotRun_andNothingIsLeftBehind() {
    net.fc = new Linear(3, 3); // would refuse what comes in
    var extractor = new FeatureExtractor(net, Map.of("layer1", "low", "layer3.1.bn2", "high"));
    try (var scope = Scope.open()) {
      Map<String, Tensor> found = extractor.call(image);
      assertThat(found.keySet()).containsExactly("low", "high");
      assertThat(scope.size()).as("the two features").isEqualTo(2);
      assertThat(found.get("low").shape()).isEqualTo(Size.of(1, 64, 16, 16));
    }
    assertThatThrownBy(() -> net.call(image)).as("the hooks are gone").hasMessageContaining("fc (Linear)");
  }

  @Test void mode_gradientsAndState_areTheNetworks() {
    var extractor = new FeatureExtractor(net, "layer2");
    extractor.train();
    assertThat(net.layer1.get(0).training()).isTrue();
    extractor.call(image).get("layer2").sum().backward();
    assertThat(net.getParameter("layer1.0.conv1.weight").grad()).isNotNull();
    assertThat(net.getParameter("layer3.0.conv1.weight").grad()).isNull();
    assertThat(extractor.stateDict().keySet()).startsWith("model.conv1.weight").hasSize(122);
  }

  @Test void replacedLayer_isFound() {
    var extractor = new FeatureExtractor(net, "layer1");
    net.layer1 = new Sequential();
    assertThat(extractor.call(image).get("layer1").shape()).isEqualTo(Size.of(1, 64, 16, 16));
  }

  @Test void layer_thatIsNotThere() {
    assertThatThrownBy(() -> new FeatureExtractor(net, "layer9")).isInstanceOf(ModuleException.class)
        .hasMessage("node: 'layer9' is not present in model; namedModules() gives the names of a ResNet");
    assertThatThrownBy(() -> new FeatureExtractor(net, "layer2.0.relu_2").call(image))
        .isInstanceOf(ModuleException.class)
        .hasMessageEndingWith("ResNet called 'layer2.0.relu' 2 times (expected: at least 3)");
  }

  @Test void getter_hasTheNetworksKeys() {
    var wanted = new LinkedHashMap<>(Map.of("layer3", "feat2", "layer1", "feat1"));
    var getter = new IntermediateLayerGetter(net, wanted);
    assertThat(getter.stateDict().keySet()).hasSize(90).startsWith("conv1.weight", "bn1.weight");
    assertThat(getter.namedChildren().keySet()).containsExactly("conv1", "bn1", "relu", "maxpool", "layer1", "layer2",
        "layer3");
    Map<String, Tensor> found = getter.call(image);
    assertThat(found.keySet()).containsExactly("feat1", "feat2");
    assertThat(found.get("feat1").shape()).isEqualTo(Size.of(1, 64, 16, 16));
    assertThat(found.get("feat2").shape()).isEqualTo(Size.of(1, 256, 4, 4));
    assertThatThrownBy(() -> new IntermediateLayerGetter(net, Map.of("layer9", "a")))
        .isInstanceOf(ModuleException.class).hasMessage("return_layers are not present in model");
  }

  @Test void threads_doNotSeeEachOther() {
    var extractor = new FeatureExtractor(net, "layer1", "layer3");
    List<Tensor> images = IntStream.range(0, 16).mapToObj(i -> Torch.randn(1, 3, 32, 32).keepForever()).toList();
    List<Double> alone = images.stream().map(x -> length(extractor, x)).toList();
    assertThat(images.parallelStream().map(x -> length(extractor, x)).toList()).isEqualTo(alone);
  }

  private static double length(FeatureExtractor extractor, Tensor x) {
    return extractor.call(x).get("layer3").norm().item();
  }

  /** A network that calls one layer twice. */
  static class Twice extends Layer {
    public Layer fc = new Linear(2, 2);
    public Layer fc_1 = new Linear(2, 2);

    @Override protected Tensor forward(Tensor x) { return fc_1.call(fc.call(fc.call(x))); }
  }

  @Test void layerOfThatName_goesBeforeACount() {
    Twice twice = new Twice();
    Tensor x = Torch.randn(1, 2);
    Map<String, Tensor> found = new FeatureExtractor(twice, "fc", "fc_1").call(x);
    assertThat(found.get("fc").equal(twice.fc.call(x))).isTrue();
    assertThat(found.get("fc_1").equal(twice.call(x))).isTrue();
  }
}
