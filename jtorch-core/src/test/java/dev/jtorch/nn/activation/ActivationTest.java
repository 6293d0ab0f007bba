package dev.jtorch.nn.activation;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.GeluApproximation;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class ActivationTest {
  @Test @Row("S5-003") void inplace_overwritesTheInput() {
    Tensor x = Torch.tensor(new float[] {-1, 2});
    assertThat(new ReLU(o -> o.inplace(true)).call(x)).isSameAs(x);
    assertThat(x).isIdenticalTo(Torch.tensor(new float[] {0, 2}));
  }

  /** Hooks that look at a layer's input want it unchanged. */
  @Test void options_ofALivingLayer() {
    var relu = new ReLU(o -> o.inplace(true));
    relu.options(o -> o.inplace(false));
    Tensor x = Torch.tensor(new float[] {-1});
    relu.call(x);
    assertThat(x.itemDouble()).isEqualTo(-1);
    assertThat(relu.toString()).isEqualTo("ReLU()");
    var leaky = new LeakyReLU(0.5);
    leaky.options(o -> o.negativeSlope(0.25));
    assertThat(leaky.call(x).itemDouble()).isEqualTo(-0.25);
    var gelu = new GELU();
    gelu.options(o -> o.approximate(GeluApproximation.TANH));
    assertThat(gelu.toString()).isEqualTo("GELU(approximate='tanh')");
    assertThat(gelu.options().approximate()).isEqualTo(GeluApproximation.TANH);
    var silu = new SiLU();
    silu.options(o -> o.inplace(true));
    assertThat(silu.call(x)).isSameAs(x);
  }
}
