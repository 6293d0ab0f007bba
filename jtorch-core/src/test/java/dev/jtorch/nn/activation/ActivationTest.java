package dev.jtorch.nn.activation;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.GeluApproximation;
import dev.jtorch.nn.linear.Linear;
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
    assertThat(x.item()).isEqualTo(-1);
    assertThat(relu.toString()).isEqualTo("ReLU()");
    var leaky = new LeakyReLU(0.5);
    leaky.options(o -> o.negativeSlope(0.25));
    assertThat(leaky.call(x).item()).isEqualTo(-0.25);
    var gelu = new GELU();
    gelu.options(o -> o.approximate(GeluApproximation.TANH));
    assertThat(gelu.toString()).isEqualTo("GELU(approximate='tanh')");
    assertThat(gelu.options().approximate()).isEqualTo(GeluApproximation.TANH);
    var silu = new SiLU();
    silu.options(o -> o.inplace(true));
    assertThat(silu.call(x)).isSameAs(x);
  }

  @Test @Row("S4-248") void prelu_learnsItsSlopes() {
    var prelu = new PReLU();
    Tensor y = prelu.call(Torch.tensor(new float[] {-4, 3}));
    assertThat(y.detach()).isIdenticalTo(Torch.tensor(new float[] {-1, 3}));
    y.sum().backward();
    assertThat(prelu.weight.grad()).isIdenticalTo(Torch.tensor(new float[] {-4}));
    assertThat(prelu.toString()).isEqualTo("PReLU(num_parameters=1)");
    prelu.weight.detach().fill_(2);
    prelu.resetParameters();
    assertThat(prelu.weight.item()).isEqualTo(0.25);
  }

  @Test @Row("S4-248") void prelu_withASlopeForEachChannel() {
    var prelu = new PReLU(3);
    assertThat(prelu.weight).hasShape(3);
    prelu.weight.detach().copy_(Torch.tensor(new float[] {0, 1, 2}));
    Tensor y = prelu.call(Torch.ones(1, 3, 1, 1).neg());
    assertThat(y.detach().flatten()).isIdenticalTo(Torch.tensor(new float[] {0, -1, -2}));
    Tensor rectified = new Sequential(new Linear(2, 3), new PReLU(3)).call(Torch.ones(1, 2));
    assertThat(rectified).hasShape(1, 3);
  }

  @Test void rrelu_drawsSlopesInTraining() {
    Torch.manualSeed(0);
    Tensor x = Torch.ones(1000).neg();
    var rrelu = new RReLU(0.1, 0.4);
    Tensor slopes = rrelu.call(x).neg();
    assertThat(slopes.min().item()).isBetween(0.1, 0.11);
    assertThat(slopes.max().item()).isBetween(0.39, 0.4);
    rrelu.eval();
    assertThat(rrelu.call(x)).isCloseTo(Torch.full(new long[] {1000}, -0.25));
  }

  @Test void softmax2d_wantsChannels() {
    assertThat(catchThrowable(() -> new Softmax2d().call(Torch.zeros(2, 2)))).isInstanceOf(ShapeException.class)
        .hasMessage("Softmax2d: expected input to be 3D or 4D, got 2D instead");
  }
}
