package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The residual networks beside torchvision's, see goldens/models/make.py. */
class ResNetGoldenTest {
  private static final Map<String, Supplier<ResNet>> BUILDERS = Map.of("resnet18", ResNet::resnet18, "resnet34",
      ResNet::resnet34, "resnet50", ResNet::resnet50, "resnet101", ResNet::resnet101, "resnet152", ResNet::resnet152,
      "resnext50_32x4d", ResNet::resnext50_32x4d, "resnext101_32x8d", ResNet::resnext101_32x8d, "resnext101_64x4d",
      ResNet::resnext101_64x4d, "wide_resnet50_2", ResNet::wide_resnet50_2, "wide_resnet101_2",
      ResNet::wide_resnet101_2);
  private static final Map<String, Supplier<ResNet>> VARIANTS = Map.of(
      "zero_init_residual", () -> ResNet.resnet18(o -> o.zeroInitResidual(true).numClasses(10)),
      "zero_init_bottleneck", () -> ResNet.resnet50(o -> o.zeroInitResidual(true).numClasses(10)),
      "dilation", () -> ResNet.resnet50(o -> o.replaceStrideWithDilation(false, true, true).numClasses(3)),
      "norm_layer", () -> ResNet.resnet18(o -> o.normLayer(c -> new BatchNorm2d(c, b -> b.eps(1e-3)))),
      "own_layers", () -> new ResNet(Block.BOTTLENECK, new long[] {1, 2, 1, 1}, o -> o.groups(2).widthPerGroup(32)));

  static Stream<Map.Entry<String, List<String>>> keys() {
    return GoldenText.sections("resnet_keys.txt").entrySet().stream();
  }

  @ParameterizedTest @MethodSource("keys") void keysAndShapes_areTorchvisions(Map.Entry<String, List<String>> golden) {
    String[] heading = golden.getKey().split(" ");
    ResNet net = BUILDERS.get(heading[0]).get();
    List<String> lines = net.stateDict().entrySet().stream().map(e -> e.getKey() + " " + shape(e.getValue())).toList();
    assertThat(lines).hasSize(Integer.parseInt(heading[2])).containsExactlyElementsOf(expanded(golden.getValue()));
    assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(Long.parseLong(heading[1]));
    Stream.concat(net.parameters().stream(), net.buffers().stream()).forEach(Tensor::close);
  }

  private static String shape(Tensor tensor) {
    if (tensor.dim() == 0) return "scalar";
    return String.join("x", tensor.shape().stream().map(String::valueOf).toList());
  }

  /** "layer3 1 22" stands before the lines of 22 blocks that are alike; they begin with a blank. */
  private static List<String> expanded(List<String> folded) {
    var all = new ArrayList<String>();
    for (int at = 0; at < folded.size();) {
      String line = folded.get(at++);
      if (!line.matches("layer\\d \\d+ \\d+")) {
        all.add(line);
        continue;
      }
      List<String> block = folded.subList(at, folded.size()).stream().takeWhile(l -> l.startsWith(" ")).toList();
      String[] range = line.split(" ");
      IntStream.rangeClosed(Integer.parseInt(range[1]), Integer.parseInt(range[2]))
          .forEach(i -> block.forEach(own -> all.add(range[0] + "." + i + "." + own.substring(1))));
      at += block.size();
    }
    return all;
  }

  static Stream<Map.Entry<String, List<String>>> weights() {
    return GoldenText.sections("resnet_weights.txt").entrySet().stream();
  }

  @ParameterizedTest @MethodSource("weights") void initialState_isTorchvisions(Map.Entry<String, List<String>> golden) {
    Torch.manualSeed(0);
    ResNet net = VARIANTS.getOrDefault(golden.getKey(), BUILDERS.get(golden.getKey())).get();
    assertThat(net.stateDict().entrySet().stream().filter(e -> !e.getKey().endsWith("batches_tracked"))
        .map(e -> e.getKey() + " " + checksum(e.getValue()))).containsExactlyElementsOf(golden.getValue());
  }

  private static String checksum(Tensor tensor) {
    ByteBuffer bytes = ByteBuffer.allocate((int) tensor.numel() * Float.BYTES).order(ByteOrder.nativeOrder());
    tensor.copyTo(bytes);
    var crc = new CRC32();
    crc.update(bytes.flip());
    return String.format("%08x", crc.getValue());
  }

  @Test void print_isTorchvisions() {
    assertThat(ResNet.resnet18() + "\n").isEqualTo(GoldenText.read("resnet18.txt"));
  }

  private static final long[] IMAGES = {4, 3, 64, 64};

  private static ResNet seeded(String name) {
    Torch.manualSeed(0);
    ResNet net = BUILDERS.get(name).get();
    Torch.manualSeed(1);
    return net;
  }

  @ParameterizedTest @ValueSource(strings = {"resnet18", "resnet50"}) void logits_areTorchvisions(String name) {
    Golden golden = Golden.load("models/" + name);
    ResNet net = seeded(name);
    Tensor images = Torch.randn(IMAGES);
    for (String mode : List.of("train", "eval")) {
      net.train(mode.equals("train"));
      assertNear(net.call(images).detach().narrow(0, 0, 2), golden.tensor(mode + ".logits"));
    }
  }

  /** In float64, where no rounding puts an activation on the other side of a ReLU's kink. */
  @ParameterizedTest @ValueSource(strings = {"resnet18", "resnet50"}) void gradients_areTorchvisions(String name) {
    Golden golden = Golden.load("models/" + name);
    ResNet net = seeded(name);
    net.toDouble();
    Tensor images = Torch.randn(IMAGES).to(DType.FLOAT64).requiresGrad_();
    for (String mode : List.of("train", "eval")) {
      try (var step = Scope.open()) {
        net.train(mode.equals("train"));
        net.zeroGrad();
        images.grad(null);
        F.crossEntropy(net.call(images), Torch.arange(4).mul(100)).backward();
        Index everyFourth = Index.slice(0, 64, 4);
        assertNear(images.grad().get(Index.at(0), Index.ALL, everyFourth, everyFourth), golden.tensor(mode + ".image"));
        assertGradients(net.parameters(), golden.tensor(mode + ".norms"), golden.tensor(mode + ".products"));
      }
    }
  }

  /** Within a ten-thousandth of the largest element. */
  private static void assertNear(Tensor actual, Tensor expected) {
    double largest = expected.abs().max().itemDouble();
    TensorAssert.assertThat(actual).isCloseTo(expected, new Tolerance(1e-4, 1e-4 * largest));
  }

  /** Lengths and scalar products with a pattern, which two different gradients hardly share. */
  private static void assertGradients(List<Parameter> parameters, Tensor norms, Tensor products) {
    assertThat(norms.numel()).isEqualTo(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      Tensor grad = parameters.get(i).grad().view(-1);
      Tensor ramp = Torch.arange(grad.numel()).remainder(7).sub(3).to(DType.FLOAT64).div(4);
      double norm = norms.get(i).itemDouble();
      assertNear(grad.dot(grad).sqrt(), norms.get(i));
      TensorAssert.assertThat(grad.dot(ramp)).isCloseTo(products.get(i), new Tolerance(1e-6, 1e-6 * norm));
    }
  }
}
