package dev.jtorch.nn.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Row;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What initial weights do to a signal on its way through twenty layers with ReLUs, the numbers of docs/training.md. */
class DepthTest {
  private static final int LAYERS = 20;
  private static final int WIDTH = 512;

  /** The mean square of the activations behind the last layer, for an input of mean square 1. */
  private static double behindAllLayers(UnaryOperator<Tensor> init) {
    Torch.manualSeed(0);
    try (var scope = Scope.open()) {
      Tensor x = Torch.randn(256, WIDTH);
      for (int layer = 0; layer < LAYERS; layer++) {
        x = x.matmul(init.apply(Torch.empty(WIDTH, WIDTH)).t()).relu();
      }
      return x.square().mean().item();
    }
  }

  @Row("S4-242")
  @Test void he_keepsTheSignal() {
    assertThat(behindAllLayers(Init::kaimingNormal_)).isBetween(0.3, 3.0);
    assertThat(behindAllLayers(Init::kaimingUniform_)).isBetween(0.3, 3.0);
  }

  /** Xavier's weights suit tanh: each ReLU halves what they keep, so that 2⁻²⁰ is left. */
  @Row("S4-242")
  @Test void xavier_losesHalfOfItAtEachReLU() {
    assertThat(behindAllLayers(Init::xavierNormal_)).isBetween(1e-7, 1e-5);
  }

  @Row("S4-242")
  @Test void smallNumbers_loseIt() {
    assertThat(behindAllLayers(w -> Init.normal_(w, 0, 0.01))).isLessThan(1e-25);
  }
}
