package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.nn.activation.LeakyReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two networks with a loss each, as in a GAN: what goes wrong with them, and what goes right. */
class TwoLossesTest {
  private Sequential generator;
  private Sequential discriminator;

  @BeforeEach void build() {
    Torch.manualSeed(0);
    generator = new Sequential(new Linear(1, 1));
    discriminator = new Sequential(new Linear(1, 16), new LeakyReLU(), new Linear(16, 1));
  }

  private Tensor judged(Tensor samples, double as) {
    Tensor verdict = discriminator.call(samples);
    return F.mseLoss(verdict, Torch.zerosLike(verdict).add(as));
  }

  private static Tensor real() { return Torch.randn(64, 1).mul(0.5).add(3); }

  @Row("S4-117")
  @Test void oneGraph_whoseParametersHaveMoved_isRefused() {
    var both = new SGD(Stream.of(generator, discriminator).flatMap(m -> m.parameters().stream()).toList(),
        o -> o.lr(0.1));
    Tensor fake = generator.call(Torch.randn(64, 1));
    Tensor ofDiscriminator = judged(real(), 1).add(judged(fake, 0));
    Tensor ofGenerator = judged(fake, 1);
    both.zeroGrad();
    ofDiscriminator.backward(o -> o.retainGraph(true));
    both.step();
    both.zeroGrad();
    assertThatThrownBy(ofGenerator::backward).isInstanceOf(TorchException.class)
        .hasMessageStartingWith("one of the variables needed for gradient computation has been modified by an inplace"
            + " operation: [torch.FloatTensor [");
  }

  /** The discriminator's loss reaches the generator unless the fakes are detached. */
  @Row("S4-117")
  @Test void lossOfDiscriminator_reachesGenerator_unlessDetached() {
    Tensor fake = generator.call(Torch.randn(4, 1));
    judged(fake.detach(), 0).backward();
    assertThat(generator.parameters()).allMatch(p -> p.grad() == null);
    judged(fake, 0).backward();
    assertThat(generator.parameters()).noneMatch(p -> p.grad() == null);
  }

  @Row("S4-117")
  @Test void twoOptimizers_detachedFakes_andAFreshForward_train() {
    var ofGenerator = new Adam(generator.parameters(), o -> o.lr(0.02));
    var ofDiscriminator = new Adam(discriminator.parameters(), o -> o.lr(0.02));
    for (int i = 0; i < 400; i++) {
      try (var step = Scope.open()) {
        Tensor fake = generator.call(Torch.randn(64, 1)).detach();
        ofDiscriminator.zeroGrad();
        judged(real(), 1).add(judged(fake, 0)).backward();
        ofDiscriminator.step();
        ofGenerator.zeroGrad();
        judged(generator.call(Torch.randn(64, 1)), 1).backward();
        ofGenerator.step();
      }
    }
    double mean = Torch.noGrad(() -> generator.call(Torch.randn(1000, 1)).mean()).item();
    assertThat(mean).as("where the generator's samples lie, which began near 0").isCloseTo(3, offset(0.75));
  }

  /** A gradient of zeros is not the same as none: what an optimizer remembers goes on moving the parameter. */
  @Row("S4-117")
  @Test void zeroGradient_stillMovesByAdam_missingOneDoesNot() {
    Tensor w = Torch.ones(1).requiresGrad_();
    var adam = new Adam(List.of(w), o -> o.lr(0.1));
    w.grad(Torch.ones(1));
    adam.step();
    assertThat(w.item()).isCloseTo(0.9, offset(1e-6));
    adam.zeroGrad(false);
    adam.step();
    assertThat(w.item()).isCloseTo(0.8329942226409912, offset(1e-6));
    adam.zeroGrad();
    adam.step();
    assertThat(w.item()).isCloseTo(0.8329942226409912, offset(1e-6));
  }
}
