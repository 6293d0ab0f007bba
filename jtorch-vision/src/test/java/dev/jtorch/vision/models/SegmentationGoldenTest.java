package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.Model;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.GoldenFile;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import dev.jtorch.vision.models.deeplab.Backbone;
import dev.jtorch.vision.models.deeplab.DeepLab.BackboneKind;
import dev.jtorch.vision.models.deeplab.DeepLab;
import dev.jtorch.vision.models.deeplab.DilatedMobileNetV2;
import dev.jtorch.vision.models.deeplab.DilatedResNet;
import dev.jtorch.vision.models.deeplab.MobileNetV2Segmentation;
import dev.jtorch.vision.models.unet.UNet;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks for segmentation beside the same ones in PyTorch, see goldens/segmentation/make.py. */
class SegmentationGoldenTest {
  private static final Golden GOLDEN = Golden.load("models/segmentation");
  private static final Map<String, Supplier<Model<Tensor, ?>>> NETS = Map.of(
      "unet", () -> new UNet(3, 2),
      "unet_transposed", () -> new UNet(3, 2, o -> o.bilinear(false)),
      "resnet_8", () -> new DilatedResNet(new long[] {1, 2, 1}, o -> o.outputStride(8)),
      "resnet_16", () -> new DilatedResNet(new long[] {2, 1, 1}, o -> o),
      "mobilenet_8", () -> new DilatedMobileNetV2(o -> o.outputStride(8)),
      "mobilenet_32", () -> new DilatedMobileNetV2(o -> o.outputStride(32)),
      "deeplab_mobilenet_8", () -> new DeepLab(o -> o.backbone(BackboneKind.MOBILENET).outputStride(8)),
      "deeplab_mobilenet_16", () -> new DeepLab(o -> o.backbone(BackboneKind.MOBILENET).numClasses(5).syncBn(false)),
      "deeplab_resnet_16", DeepLab::new,
      "mobilenet_segmentation", MobileNetV2Segmentation::new);

  static Stream<String> nets() {
    return GoldenFile.text("models/segmentation.txt").lines();
  }

  @ParameterizedTest @MethodSource("nets") void network_isTheSameInPyTorch(String line) {
    String[] golden = line.split(" ");
    Model<Tensor, ?> net = GoldenNets.seeded(NETS.get(golden[0]));
    StateDict state = net.stateDict();
    assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(Long.parseLong(golden[1]));
    assertThat(state).hasSize(Integer.parseInt(golden[2]));
    assertThat(GoldenNets.keys(state)).as("keys, shapes and dtypes of %s", state.keySet()).isEqualTo(golden[3]);
    GoldenNets.assertInitialValues(state.values(), golden[4], golden[5]);
    try (var scope = Scope.open()) {
      assertOutputs(golden[0], net);
    }
    GoldenNets.close(net);
  }

  /** In evaluation, then in training in float64, where no rounding puts an activation on the other side of a ReLU's kink. */
  private static void assertOutputs(String name, Model<Tensor, ?> net) {
    GoldenNets.randomize(net);
    Tensor images = GoldenNets.images(2, 3, 37, 50);
    net.eval();
    try (var quiet = Torch.noGrad()) {
      assertNear(last(net.call(images)), GOLDEN.tensor(name + ".eval"));
    }
    Tensor exact = images.to(DType.FLOAT64).requiresGrad_();
    net.toDouble().train();
    Torch.manualSeed(3);
    Tensor output = last(net.call(exact));
    assertNear(output, GOLDEN.tensor(name + ".train"));
    output.backward(ramp(output));
    assertNear(exact.grad(), GOLDEN.tensor(name + ".image"));
  }

  private static Tensor last(Object output) {
    return output instanceof Backbone.Maps maps ? maps.high() : (Tensor) output;
  }

  /** Factors without symmetry, as ramp in goldens/models/nets.py. */
  private static Tensor ramp(Tensor like) {
    return Torch.arange(like.numel()).remainder(7).sub(3).to(like.dtype()).div(4).reshape(like.shape().toLongArray());
  }

  /** Of some channels and pixels. */
  private static void assertNear(Tensor actual, Tensor expected) {
    long step = actual.size(2) > 8 ? 8 : 1;
    Index some = Index.slice(0, Long.MAX_VALUE, step);
    TensorAssert.assertThat(actual.get(Index.ALL, Index.slice(0, 3, 1), some, some).detach())
        .isCloseTo(expected, Tolerance.ofNetwork(expected));
  }
}
