package dev.jtorch.vision.models.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.LoadReport;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.container.ModuleList;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import dev.jtorch.vision.models.VGG;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** SSD's features beside torchvision's, whose numbers these are, and how they are trained from weights of a VGG. */
class SSDFeatureExtractorVGGTest {
  private static VGG vgg() {
    return VGG.vgg16(o -> o.initWeights(false));
  }

  private static String keys(StateDict state) {
    var crc = new CRC32();
    state.forEach((key, t) -> crc.update(
        (key + " " + String.join("x", t.shape().stream().map(String::valueOf).toList()) + " float32\n")
            .getBytes(UTF_8)));
    return String.format("%08x", crc.getValue());
  }

  @Test void keysAndMaps_areTorchvisions() {
    Torch.manualSeed(0);
    VGG vgg = VGG.vgg16();
    Torch.manualSeed(1);
    var net = new SSDFeatureExtractorVGG(vgg);
    assertThat(net.stateDict()).hasSize(47);
    assertThat(keys(net.stateDict())).isEqualTo("8c31f901");
    Torch.manualSeed(2);
    try (var quiet = Torch.noGrad()) {
      Map<String, Tensor> maps = net.call(Torch.randn(1, 3, 300, 300));
      assertThat(maps.keySet()).containsExactly("0", "1", "2", "3", "4", "5");
      assertThat(maps.values().stream().map(map -> map.size(2))).containsExactly(38L, 19L, 10L, 5L, 3L, 1L);
      double[] lengths = {759.998779, 46.552097, 8.709929, 1.496714, 0.377591, 0.075227};
      for (int i = 0; i < lengths.length; i++) {
        assertThat(maps.get(String.valueOf(i)).norm().item()).isCloseTo(lengths[i], within(1e-4 * lengths[i]));
      }
    }
    var high = new SSDFeatureExtractorVGG(vgg, o -> o.highres(true));
    assertThat(high.stateDict()).hasSize(51);
    assertThat(keys(high.stateDict())).isEqualTo("555bd2a2");
  }

  @Test void stages_areFrozenFromTheBeginning() {
    VGG vgg = vgg();
    assertThat(frozen(new SSDFeatureExtractorVGG(vgg))).isEmpty();
    assertThat(frozen(new SSDFeatureExtractorVGG(vgg, o -> o.trainableLayers(4)))).containsExactly("features.0.weight",
        "features.0.bias", "features.2.weight", "features.2.bias");
    assertThat(frozen(new SSDFeatureExtractorVGG(vgg, o -> o.trainableLayers(2)))).hasSize(14)
        .endsWith("features.14.weight", "features.14.bias");
    assertThat(frozen(new SSDFeatureExtractorVGG(vgg, o -> o.trainableLayers(0)))).hasSize(26)
        .endsWith("extra.0.5.weight", "extra.0.5.bias");
    assertThatThrownBy(() -> new SSDFeatureExtractorVGG(vgg, o -> o.trainableLayers(6)))
        .isInstanceOf(ModuleException.class)
        .hasMessage("trainable_layers should be in the range [0, 5]. Instead got 6");
    vgg.features = new Sequential();
    assertThatThrownBy(() -> new SSDFeatureExtractorVGG(vgg)).isInstanceOf(ModuleException.class)
        .hasMessage("SSDFeatureExtractorVGG: features have 0 poolings (expected: 5)");
  }

  private static List<String> frozen(SSDFeatureExtractorVGG net) {
    return net.namedParameters().entrySet().stream().filter(e -> !e.getValue().requiresGrad()).map(Map.Entry::getKey)
        .toList();
  }

  /** Partial weights of a classifier, a frozen beginning, and a head that learns ten times as fast. */
  @Row("S4-251") @Test void fineTuning_fromWeightsOfAClassifier() {
    StateDict checkpoint = vgg().stateDict();
    VGG vgg = VGG.vgg16(o -> o.initWeights(false).numClasses(20));
    LoadReport report = vgg.loadStateDict(checkpoint.matching(vgg.stateDict()), o -> o.strict(false));
    assertThat(report.missingKeys()).containsExactly("classifier.6.weight", "classifier.6.bias");
    var net = new SSDFeatureExtractorVGG(vgg, o -> o.trainableLayers(2));
    assertThat(net.features.getParameter("0.weight").equal(checkpoint.get("features.0.weight"))).isTrue();
    var head = new ModuleList<Conv2d>();
    for (long channels : List.of(512L, 1024L, 512L, 256L, 256L, 256L)) {
      head.append(new Conv2d(channels, 6, 3, o -> o.padding(1)));
    }

    List<Parameter> trained = net.parameters().stream().filter(Tensor::requiresGrad).toList();
    var sgd = new SGD(List.of(SGD.group(trained), SGD.group(head.parameters(), o -> o.lr(0.01))), o -> o.lr(0.001));
    String frozenBefore = values(net.parameters().subList(1, 15));
    Tensor inner = net.getParameter("features.17.weight").detach().clone();
    Tensor outer = head.get(0).weight.detach().clone();
    loss(net, head).backward();
    sgd.step();

    assertThat(values(net.parameters().subList(1, 15))).isEqualTo(frozenBefore);
    assertStepped(net.getParameter("features.17.weight"), inner, 0.001);
    assertStepped(head.get(0).weight, outer, 0.01);
  }

  private static Tensor loss(SSDFeatureExtractorVGG net, ModuleList<Conv2d> head) {
    var losses = new ArrayList<Tensor>();
    for (Tensor map : net.call(Torch.randn(1, 3, 300, 300)).values()) {
      losses.add(head.get(losses.size()).call(map).square().mean());
    }
    return Torch.stack(losses).sum();
  }

  private static String values(List<? extends Tensor> tensors) {
    return tensors.stream().map(t -> String.valueOf(t.detach().toDouble().norm().item())).toList().toString();
  }

  private static void assertStepped(Tensor now, Tensor before, double lr) {
    assertThat(now.grad().abs().max().item()).isPositive();
    TensorAssert.assertThat(now.detach()).isCloseTo(before.sub(now.grad().mul(lr)), Tolerance.FEW_ROUNDINGS);
  }
}
