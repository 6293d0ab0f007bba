package dev.jtorch.vision.explain;

import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.IndexException;
import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Size;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.pooling.AdaptiveAvgPool2d;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.Row;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import org.junit.jupiter.api.Test;

class GradCamTest {
  private final Golden golden = Golden.load("images/grad_cam");
  private final Sequential net =
      new Sequential(new Conv2d(3, 4, 3, o -> o.stride(2)), new ReLU(o -> o.inplace(true)), new Conv2d(4, 6, 3),
          new ReLU(o -> o.inplace(true)), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(6, 5));
  private final Tensor x = golden.tensor("x");

  GradCamTest() {
    net.loadStateDict(golden.tensors("net."));
  }

  /** A network whose map is known. */
  static class Known extends Layer {
    public Layer conv = new Conv2d(1, 2, 1, o -> o.bias(false));
    public Layer fc = new Linear(2, 2, o -> o.bias(false));
    public Layer unused = new Linear(1, 1);

    Known() {
      try (var quiet = Torch.noGrad()) {
        getParameter("conv.weight").copy_(Torch.tensor(new float[] {1, -1}).reshape(2, 1, 1, 1));
        getParameter("fc.weight").copy_(Torch.tensor(new float[][] {{2, 0}, {0, 1}}));
      }
    }

    @Override protected Tensor forward(Tensor x) { return fc.call(conv.call(x).mean(2, 3)); }
  }

  @Row("S4-221")
  @Test void map_isTheReluOfFeaturesWeighedByTheirMeanGradients() {
    Explanation known = new GradCam(new Known(), "conv").explain(Torch.arange(1f, 5f).reshape(1, 1, 2, 2), 0);
    assertThat(known.maps().flatten().toFloatArray()).containsExactly(0, 1 / 3f, 2 / 3f, 1);
    assertThat(known.scores().flatten().toFloatArray()).containsExactly(5, -2.5f);
    assertThat(known.classes().toLongArray()).containsExactly(0);
  }

  @Test void maps_arePyTorchs() {
    for (String layer : new String[] {"0", "2", "3"}) {
      same(new GradCam(net, layer).explain(x), layer + ".None");
      same(new GradCam(net, layer).explain(x, 3), layer + ".3");
    }
  }

  private void same(Explanation explanation, String expected) {
    assertNear(explanation.maps(), golden.tensor(expected + ".maps"));
    TensorAssert.assertThat(explanation.classes()).isIdenticalTo(golden.tensor(expected + ".classes"));
    assertNear(explanation.scores(), golden.tensor("scores"));
  }

  private static void assertNear(Tensor actual, Tensor expected) {
    TensorAssert.assertThat(actual).isCloseTo(expected, Tolerance.ofNetwork(expected));
  }

  @Test void network_staysAsItIs() {
    net.eval();
    net.requiresGrad_(false);
    try (var quiet = Torch.noGrad()) {
      same(new GradCam(net, "2").explain(x), "2.None");
    }
    assertThat(net.parameters()).noneMatch(Tensor::requiresGrad).allMatch(p -> p.grad() == null);
    assertThat(net.training()).isFalse();
    assertNear(net.call(x), golden.tensor("scores"));
  }

  @Test void flatMap_isZero() {
    Explanation flat = new GradCam(new Known(), "conv").explain(Torch.ones(1, 1, 2, 2), 0);
    assertThat(flat.maps().sum().item()).isZero();
  }

  @Test void nothingIsLeftBehind() {
    var cam = new GradCam(net, "2");
    try (var scope = Scope.open()) {
      cam.explain(x);
    }
    long before = collect();
    try (var scope = Scope.open()) {
      cam.explain(x);
      assertThat(scope.size()).isEqualTo(3);
      assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before + 3);
    }
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(before);
  }

  @Test void whatCannotBeExplained_isNamed() {
    var known = new Known();
    Tensor image = Torch.ones(1, 1, 2, 2);
    assertThatThrownBy(() -> new GradCam(known, "unused").explain(image)).isInstanceOf(TorchException.class)
        .hasMessage("GradCam: layer unused is not called (expected: once, for the scores)");
    assertThatThrownBy(() -> new GradCam(known, "fc").explain(image)).isInstanceOf(ShapeException.class)
        .hasMessage("GradCam: layer fc gives (1, 2) (expected: (N, K, h, w))");
    assertThatThrownBy(() -> new GradCam(known, "conv").explain(image, 2)).isInstanceOf(IndexException.class)
        .hasMessage("GradCam: targetClass is 2 (expected: 0 to 1)");
    assertThatThrownBy(() -> new GradCam(new Sequential(known.conv), "0").explain(image))
        .isInstanceOf(ShapeException.class)
        .hasMessage("GradCam: the network gives (1, 2, 2, 2) (expected: (N, classes))");
  }

  @Test void heatMap_goesFromBlueToRed() {
    Tensor map = Torch.tensor(new float[][] {{0, 0.25f, 0.5f}, {0.625f, 0.75f, 1}});
    assertThat(HeatMap.jet(map).permute(1, 2, 0).flatten().toFloatArray()).containsExactly(0, 0, 0.5f, 0, 0.5f, 1, 0.5f,
        1,
        0.5f, 1, 1, 0, 1, 0.5f, 0, 0.5f, 0, 0);
    Tensor grey = Torch.full(new long[] {3, 2, 3}, 100, o -> o.dtype(DType.UINT8));
    Tensor overlay = HeatMap.overlay(grey, map);
    assertThat(overlay.shape()).isEqualTo(Size.of(3, 2, 3));
    assertThat(overlay.permute(1, 2, 0).get(1).flatten().to(DType.INT64).toLongArray()).containsExactly(178, 178, 50,
        178, 114,
        50, 114, 50, 50);
    assertThatThrownBy(() -> HeatMap.overlay(grey, map.t())).isInstanceOf(ShapeException.class)
        .hasMessage("HeatMap: image is (3, 2, 3), map is (3, 2) (expected: (3, H, W) and (H, W))");
  }
}
