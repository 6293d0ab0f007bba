package dev.jtorch.vision.models;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.norm.GroupNorm;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import dev.jtorch.vision.models.MobileNetV2.InvertedResidualSetting;
import dev.jtorch.vision.models.ResNet.Block;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All builders, and options of theirs, beside torchvision's, see goldens/models/make.py. */
class ZooGoldenTest {
  private static final Map<String, Supplier<Layer>> OPTIONS = Map.ofEntries(
      entry("zero_init_residual", () -> ResNet.resnet18(o -> o.zeroInitResidual(true).numClasses(10))),
      entry("zero_init_bottleneck", () -> ResNet.resnet50(o -> o.zeroInitResidual(true).numClasses(10))),
      entry("dilation", () -> ResNet.resnet50(o -> o.replaceStrideWithDilation(false, true, true).numClasses(3))),
      entry("norm_layer", () -> ResNet.resnet18(o -> o.normLayer(c -> new BatchNorm2d(c, b -> b.eps(1e-3))))),
      entry("own_layers",
          () -> new ResNet(Block.BOTTLENECK, new long[] {1, 2, 1, 1}, o -> o.groups(2).widthPerGroup(32))),
      entry("alexnet_options", () -> AlexNet.alexnet(o -> o.numClasses(7).dropout(0.25))),
      entry("tiny_vgg", () -> tinyVgg(o -> o)),
      entry("tiny_vgg_init_weights", () -> tinyVgg(o -> o.initWeights(false).dropout(0.1))),
      entry("squeezenet_options", () -> SqueezeNet.squeezenet1_0(o -> o.numClasses(10).dropout(0.1))),
      entry("small_densenet", () -> smallDenseNet(o -> o)),
      entry("small_densenet_options",
          () -> smallDenseNet(o -> o.bnSize(2).dropRate(0.3).numClasses(6).memoryEfficient(true))),
      entry("densenet_odd",
          () -> new DenseNet(o -> o.growthRate(5).blockConfig(3, 1).numInitFeatures(6).numClasses(2))),
      entry("mobilenet_width", () -> MobileNetV2.mobilenet_v2(o -> o.widthMult(0.35).numClasses(10).dropout(0.5))),
      entry("mobilenet_wide", () -> MobileNetV2.mobilenet_v2(o -> o.widthMult(1.4).roundNearest(4).numClasses(3))),
      entry("mobilenet_setting", () -> MobileNetV2.mobilenet_v2(o -> o.roundNearest(1).numClasses(4)
          .invertedResidualSetting(new InvertedResidualSetting(1, 12, 2, 1),
              new InvertedResidualSetting(4, 20, 2, 2)))),
      entry("mobilenet_norm", () -> MobileNetV2.mobilenet_v2(o -> o.numClasses(4)
          .normLayer(c -> new GroupNorm(2, c))
          .invertedResidualSetting(new InvertedResidualSetting(2, 16, 1, 2),
              new InvertedResidualSetting(3, 16, 1, 1)))),
      entry("mobilenet_block", () -> MobileNetV2.mobilenet_v2(o -> o.numClasses(4).block(ZooGoldenTest::ownBlock)
          .invertedResidualSetting(new InvertedResidualSetting(1, 16, 2, 2)))));
  private static final Set<String> PRINTED = Set.of("resnet18", "alexnet", "vgg11_bn", "squeezenet1_1",
      "mobilenet_v2", "small_densenet");

  private static VGG tinyVgg(UnaryOperator<VGG.Options> with) {
    var features = new Sequential(new Conv2d(3, 512, 3, o -> o.bias(false)), new BatchNorm2d(512), new MaxPool2d(16));
    return new VGG(features, o -> with.apply(o.numClasses(5)));
  }

  private static DenseNet smallDenseNet(UnaryOperator<DenseNet.Options> with) {
    return new DenseNet(o -> with.apply(o.growthRate(8).blockConfig(2, 3, 1).numInitFeatures(16)));
  }

  private static Layer ownBlock(long inp, long oup, UnaryOperator<MobileNetV2.BlockOptions> with) {
    MobileNetV2.BlockOptions options = with.apply(new MobileNetV2.BlockOptions());
    return new Sequential(new Conv2d(inp, oup, 1, o -> o.stride(options.stride())), options.normLayer().apply(oup));
  }

  private static Layer make(String name) {
    return OPTIONS.getOrDefault(name, () -> Models.getModel(name)).get();
  }

  static Stream<String> nets() {
    return GoldenFile.text("models/nets.txt").lines();
  }

  @Test void everyBuilder_isThere() {
    assertThat(nets().map(line -> line.split(" ")[0])).containsAll(Models.listModels())
        .hasSize(Models.listModels().size() + OPTIONS.size());
  }

  /** One test for all of a network, because it takes time to build a large one. */
  @ParameterizedTest @MethodSource("nets") void network_isTorchvisions(String line) {
    String[] golden = line.split(" ");
    Layer net = GoldenNets.seeded(() -> make(golden[0]));
    StateDict state = net.stateDict();
    assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(Long.parseLong(golden[1]));
    assertThat(state).hasSize(Integer.parseInt(golden[2]));
    assertThat(GoldenNets.keys(state)).as("keys, shapes and dtypes of %s", state.keySet()).isEqualTo(golden[3]);
    GoldenNets.assertInitialValues(state.values(), golden[4], golden[5]);
    if (PRINTED.contains(golden[0])) assertThat(net + "\n").isEqualTo(GoldenFile.text("models/" + golden[0] + ".txt"));
    if (!OPTIONS.containsKey(golden[0])) assertLogits(golden[0], net);
    GoldenNets.close(net);
  }

  private static void assertLogits(String name, Layer net) {
    Golden golden = Golden.load("models/logits");
    GoldenNets.randomize(net);
    Tensor images = GoldenNets.images(2, 3, 64, 64);
    for (String mode : List.of("eval", "train")) {
      Tensor expected = golden.tensor(name + "." + mode);
      if (expected.dtype() == DType.FLOAT64) net.toDouble(); // float32 tells too little, in PyTorch too
      net.train(mode.equals("train"));
      Torch.manualSeed(3);
      try (var quiet = Torch.noGrad(); var scope = Scope.open()) {
        TensorAssert.assertThat(digest(net.call(images.to(expected.dtype()))))
            .isCloseTo(expected, Tolerance.ofNetwork(expected.narrow(1, 0, 20)));
      }
    }
  }

  /** Of each image every fiftieth logit, and the length of all. */
  private static Tensor digest(Tensor logits) {
    return Torch.cat(List.of(logits.get(Index.ALL, Index.slice(0, 1000, 50)),
        logits.norm(2, 1, true)), 1);
  }
}
