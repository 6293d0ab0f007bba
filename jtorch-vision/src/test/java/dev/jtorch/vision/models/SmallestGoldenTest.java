package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.DType;
import dev.jtorch.Index;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.functional.F;
import dev.jtorch.testing.Golden;
import dev.jtorch.testing.TensorAssert;
import dev.jtorch.testing.Tolerance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All logits and the gradients of the five smallest networks and of one with bottlenecks, see goldens/models/make.py. */
class SmallestGoldenTest {
  private static final long[] IMAGES = {4, 3, 64, 64};

  private static Layer randomized(String name) {
    Layer net = GoldenNets.seeded(() -> Models.getModel(name));
    GoldenNets.randomize(net);
    return net;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"squeezenet1_1", "squeezenet1_0", "mobilenet_v2", "densenet121", "resnet18",
        "resnet50"}) void logits_areTorchvisions(
            String name) {
    Golden golden = Golden.load("models/" + name);
    Layer net = randomized(name);
    Tensor images = GoldenNets.images(IMAGES);
    for (String mode : List.of("eval", "train")) {
      net.train(mode.equals("train"));
      Torch.manualSeed(3);
      assertNear(net.call(images).detach().narrow(0, 0, 2), golden.tensor(mode + ".logits"));
    }
  }

  /** In float64, where no rounding puts an activation on the other side of a ReLU's kink. */
  @ParameterizedTest
  @ValueSource(strings = {"squeezenet1_1", "squeezenet1_0", "mobilenet_v2", "densenet121", "resnet18",
    "resnet50"}) void gradients_areTorchvisions(String name) {
    Golden golden = Golden.load("models/" + name);
    Layer net = randomized(name);
    net.toDouble();
    Tensor images = GoldenNets.images(IMAGES).to(DType.FLOAT64).requiresGrad_();
    for (String mode : List.of("eval", "train")) {
      try (var step = Scope.open()) {
        net.train(mode.equals("train"));
        Torch.manualSeed(3);
        net.zeroGrad();
        images.grad(null);
        F.crossEntropy(net.call(images), Torch.arange(4).mul(100)).backward();
        Index everyFourth = Index.slice(0, 64, 4);
        assertNear(images.grad().get(Index.at(0), Index.ALL, everyFourth, everyFourth), golden.tensor(mode + ".image"));
        assertGradients(net.parameters(), golden.tensor(mode + ".norms"), golden.tensor(mode + ".products"));
      }
    }
  }

  private static void assertNear(Tensor actual, Tensor expected) {
    TensorAssert.assertThat(actual).isCloseTo(expected, Tolerance.ofNetwork(expected));
  }

  /** Lengths and scalar products with a pattern, which two different gradients hardly share. */
  private static void assertGradients(List<Parameter> parameters, Tensor norms, Tensor products) {
    assertThat(norms.numel()).isEqualTo(parameters.size());
    double rounding = 1e-9 * norms.max().item(); // what a normalisation takes away again has none but this
    for (int i = 0; i < parameters.size(); i++) {
      Tensor grad = parameters.get(i).grad().view(-1);
      Tensor ramp = Torch.arange(grad.numel()).remainder(7).sub(3).to(DType.FLOAT64).div(4);
      double norm = norms.get(i).item();
      TensorAssert.assertThat(grad.dot(grad).sqrt()).isCloseTo(norms.get(i), new Tolerance(1e-4, rounding));
      TensorAssert.assertThat(grad.dot(ramp))
          .isCloseTo(products.get(i), new Tolerance(1e-6, 1e-6 * norm + rounding));
    }
  }
}
