package dev.jtorch.vision.ops;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.autograd.Autograd;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.Tolerance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feature pyramids beside torchvision's, see goldens/ops/make.py. */
class FeaturePyramidNetworkTest {
  private static final long[] CHANNELS = {3, 4, 6};

  private static UnaryOperator<FeaturePyramidNetwork.Options> options(String name) {
    return switch (name) {
      case "pool" -> o -> o.extraBlocks(new LastLevelMaxPool());
      case "p6p7" -> o -> o.extraBlocks(new LastLevelP6P7(4, 4));
      case "p6p7_inputs" -> o -> o.extraBlocks(new LastLevelP6P7(6, 4));
      case "norm" -> o -> o.normLayer(BatchNorm2d::new);
      default -> o -> o;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "pool", "p6p7", "p6p7_inputs", "norm"}) void pyramid_isTorchvisions(String name) {
    Golden golden = Golden.load("ops/feature_pyramid_" + name);
    Torch.manualSeed(0);
    var net = new FeaturePyramidNetwork(CHANNELS, 4, options(name));
    assertThat(String.join(" ", net.stateDict().keySet())).isEqualTo(golden.text("keys"));
    assertThat(net).hasToString(golden.text("repr"));
    net.stateDict().forEach((key, tensor) -> {
      Tensor expected = golden.tensor("state." + key);
      assertThat(tensor).isCloseTo(expected, Tolerance.ofRandom(expected));
    });
    net.loadStateDict(golden.tensors("state.")); // to the last bit, for what is computed from it

    Map<String, Tensor> maps = new LinkedHashMap<>();
    for (String level : List.of("feat0", "feat2", "feat3")) {
      maps.put(level, golden.tensor("input." + level).clone().requiresGrad_());
    }
    Map<String, Tensor> output = net.call(maps);
    assertThat(String.join(" ", output.keySet())).isEqualTo(golden.text("levels"));
    output.forEach((level, map) -> assertThat(map).isCloseTo(golden.tensor("output." + level)));
    List<Tensor> levels = new ArrayList<>(output.values());
    Autograd.backward(levels, levels.stream().map(FeaturePyramidNetworkTest::ramp).toList());
    maps.forEach((level, map) -> assertThat(map.grad()).isCloseTo(golden.tensor("grad." + level)));
  }

  /** Factors without symmetry, as ramp in goldens/models/nets.py. */
  private static Tensor ramp(Tensor like) {
    return Torch.arange(like.numel()).remainder(7).sub(3).to(like.dtype()).div(4).reshape(like.shape().toLongArray());
  }

  private static Map<String, Tensor> maps(long... sizes) {
    Map<String, Tensor> maps = new LinkedHashMap<>();
    for (int i = 0; i < sizes.length; i++) maps.put("feat" + i, Torch.randn(1, 10 * (i + 1), sizes[i], sizes[i]));
    return maps;
  }

  @Test @Row("S4-246") void maps_keepTheirSizes() {
    var net = new FeaturePyramidNetwork(new long[] {10, 20, 30}, 5);
    assertThat(net.stateDict().keySet()).containsExactly("inner_blocks.0.0.weight", "inner_blocks.0.0.bias",
        "inner_blocks.1.0.weight", "inner_blocks.1.0.bias", "inner_blocks.2.0.weight", "inner_blocks.2.0.bias",
        "layer_blocks.0.0.weight", "layer_blocks.0.0.bias", "layer_blocks.1.0.weight", "layer_blocks.1.0.bias",
        "layer_blocks.2.0.weight", "layer_blocks.2.0.bias");
    for (long[] sizes : new long[][] {{64, 16, 8}, {37, 19, 5}}) {
      Map<String, Tensor> output = net.call(maps(sizes));
      assertThat(output.keySet()).containsExactly("feat0", "feat1", "feat2");
      for (int i = 0; i < 3; i++) assertThat(output.get("feat" + i)).hasShape(1, 5, sizes[i], sizes[i]);
    }
  }

  @Test void extraLevels() {
    var pooled = new FeaturePyramidNetwork(new long[] {10, 20, 30}, 5, o -> o.extraBlocks(new LastLevelMaxPool()));
    Map<String, Tensor> output = pooled.call(maps(64, 16, 9));
    assertThat(output.keySet()).containsExactly("feat0", "feat1", "feat2", "pool");
    assertThat(output.get("pool")).hasShape(1, 5, 5, 5);
    var retina = new FeaturePyramidNetwork(new long[] {10, 20, 30}, 5, o -> o.extraBlocks(new LastLevelP6P7(30, 5)));
    assertThat(retina.call(maps(64, 16, 9)).keySet()).containsExactly("feat0", "feat1", "feat2", "p6", "p7");
  }

  @Test void keysOfOldFiles_areTaken() {
    var net = new FeaturePyramidNetwork(CHANNELS, 4);
    StateDict old = net.stateDict().renameKeys(key -> key.replace(".0.weight", ".weight").replace(".0.bias", ".bias"));
    assertThat(old.keySet()).startsWith("inner_blocks.0.weight", "inner_blocks.0.bias");
    var fresh = new FeaturePyramidNetwork(CHANNELS, 4);
    fresh.loadStateDict(old);
    net.stateDict().forEach((key, tensor) -> assertThat(fresh.stateDict().get(key)).isIdenticalTo(tensor));
  }

  @Test void refusals() {
    assertThatThrownBy(() -> new FeaturePyramidNetwork(new long[] {3, 0}, 4)).isInstanceOf(TorchException.class)
        .hasMessage("in_channels=0 is currently not supported");
    var net = new FeaturePyramidNetwork(new long[] {10, 20, 30}, 5);
    assertThatThrownBy(() -> net.call(maps(64, 16))).isInstanceOf(ShapeException.class)
        .hasMessage("FeaturePyramidNetwork: input has 2 maps (expected: 3)");
  }
}
