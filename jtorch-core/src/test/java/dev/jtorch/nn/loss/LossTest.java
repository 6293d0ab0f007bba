package dev.jtorch.nn.loss;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.CrossEntropyOptions;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.Reduction;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LossTest {
  private final Tensor logits = Torch.tensor(new float[][] {{1, 2, 3}, {1, 0, 0}});
  private final Tensor classes = Torch.tensor(new long[] {2, 1});

  private double crossEntropy(UnaryOperator<CrossEntropyOptions> with) {
    return new CrossEntropyLoss(with).call(logits, classes).itemDouble();
  }

  @Test @Row("S4-239") void crossEntropy_inAllItsWays() {
    assertThat(new CrossEntropyLoss(o -> o.reduction(Reduction.NONE)).call(logits, classes))
        .isCloseTo(Torch.tensor(new float[] {0.407606f, 1.551445f}));
    assertThat(crossEntropy(o -> o)).isEqualTo(0.9795, within(1e-4));
    assertThat(crossEntropy(o -> o.weight(Torch.tensor(new float[] {1, 2, 3})))).isEqualTo(0.8651, within(1e-4));
    assertThat(crossEntropy(o -> o.labelSmoothing(0.1))).isEqualTo(1.0129, within(1e-4));
    assertThat(new CrossEntropyLoss().call(logits, Torch.tensor(new long[] {2, -100})).itemDouble())
        .isEqualTo(0.4076, within(1e-4));
  }

  @Test @Row("S4-236") void mse_gradient() {
    Tensor x = Torch.randn(3, 5).requiresGrad_();
    Tensor target = Torch.randn(3, 5);
    Tensor loss = new MSELoss().call(x, target);
    assertThat(loss).hasShape();
    loss.backward();
    assertThat(x.grad()).isCloseTo(x.detach().sub(target).mul(2).div(15));
    assertThat(target.grad()).isNull();
  }

  @Test @Row("S4-237") void target_mayWantAGradient() {
    Tensor x = Torch.randn(3).requiresGrad_();
    Tensor target = Torch.randn(3).requiresGrad_();
    F.mseLoss(x, target).backward();
    assertThat(target.grad()).isIdenticalTo(x.grad().neg());
  }

  @Test void target_ofAnotherShape_isBroadcast() {
    assertThat(F.mseLoss(Torch.ones(3, 1), Torch.zeros(3), Reduction.NONE)).hasShape(3, 3);
  }

  @Test @Row("S4-110") void evaluation_recordsNothing() {
    var criterion = new CrossEntropyLoss();
    Tensor wanted = logits.clone().requiresGrad_();
    assertThat(criterion.call(wanted, classes).requiresGrad()).isTrue();
    try (var quiet = Torch.noGrad()) {
      assertThat(criterion.call(wanted, classes).requiresGrad()).isFalse();
    }
  }

  @Test void hook_seesThePair() {
    var loss = new L1Loss();
    var seen = new ArrayList<Tensor>();
    loss.registerForwardPreHook((module, pair) -> {
      seen.add(pair.second());
      return null;
    });
    loss.call(logits, logits);
    assertThat(seen.get(0)).isSameAs(logits);
    assertThat(loss.reduction()).isEqualTo(Reduction.MEAN);
  }
}
