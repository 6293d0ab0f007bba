package dev.jtorch.documented;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.optim.Adam;
import dev.jtorch.optim.AdamW;
import dev.jtorch.optim.SGD;
import dev.jtorch.optim.scheduler.CosineAnnealingLR;
import dev.jtorch.optim.scheduler.ExponentialLR;
import dev.jtorch.optim.scheduler.LRScheduler;
import dev.jtorch.optim.scheduler.LinearLR;
import dev.jtorch.optim.scheduler.MultiStepLR;
import dev.jtorch.optim.scheduler.StepLR;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of optimizers and schedulers; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class OptimizerExamplesTest {
  private final Linear net = new Linear(4, 2);
  private final MSELoss loss = new MSELoss();
  private final Tensor input = Torch.randn(8, 4);
  private final Tensor target = Torch.randn(8, 2);
  private final List<Double> rates = new ArrayList<>();

  @Test void sgd() {
    Tensor before = net.weight.detach().clone();
    // example SGD
    var sgd = new SGD(net.parameters(), o -> o.lr(0.1).momentum(0.9));
    sgd.zeroGrad();
    loss.call(net.call(input), target).backward();
    sgd.step();
    // end
    assertThat(net.weight.equal(before)).isFalse();
  }

  @Test void adam() {
    Tensor before = net.weight.detach().clone();
    // example Adam
    var adam = new Adam(net.parameters(), 1e-3);
    adam.zeroGrad();
    loss.call(net.call(input), target).backward();
    adam.step();
    // end
    assertThat(net.weight.equal(before)).isFalse();
  }

  @Test void adamW() {
    Tensor before = net.weight.detach().clone();
    // example AdamW
    var adam = new AdamW(net.parameters(), o -> o.lr(1e-3).weightDecay(0.05));
    adam.zeroGrad();
    loss.call(net.call(input), target).backward();
    adam.step();
    // end
    assertThat(net.weight.equal(before)).isFalse();
  }

  @Test void cosineAnnealingLR() {
    var sgd = new SGD(net.parameters(), 0.1);
    // example CosineAnnealingLR
    var scheduler = new CosineAnnealingLR(sgd, 4); // rates 0.1, 0.0854, 0.05, 0.0146, 0
    for (int epoch = 0; epoch < 4; epoch++) {
      trainOneEpoch(net, sgd);
      scheduler.step();
    }
    // end
    assertRates(scheduler, 0.1, 0.0854, 0.05, 0.0146, 0);
  }

  @Test void exponentialLR() {
    var sgd = new SGD(net.parameters(), 0.1);
    // example ExponentialLR
    var scheduler = new ExponentialLR(sgd, 0.9); // rates 0.1, 0.09, 0.081, 0.0729, 0.0656
    for (int epoch = 0; epoch < 4; epoch++) {
      trainOneEpoch(net, sgd);
      scheduler.step();
    }
    // end
    assertRates(scheduler, 0.1, 0.09, 0.081, 0.0729, 0.0656);
  }

  @Test void linearLR() {
    var sgd = new SGD(net.parameters(), 0.1);
    // example LinearLR
    var scheduler = new LinearLR(sgd, o -> o.startFactor(0.5).totalIters(2)); // rates 0.05, 0.075, 0.1, 0.1, 0.1
    for (int epoch = 0; epoch < 4; epoch++) {
      trainOneEpoch(net, sgd);
      scheduler.step();
    }
    // end
    assertRates(scheduler, 0.05, 0.075, 0.1, 0.1, 0.1);
  }

  @Test void multiStepLR() {
    var sgd = new SGD(net.parameters(), 0.1);
    // example MultiStepLR
    var scheduler = new MultiStepLR(sgd, List.of(2, 3), 0.1); // rates 0.1, 0.1, 0.01, 0.001, 0.001
    for (int epoch = 0; epoch < 4; epoch++) {
      trainOneEpoch(net, sgd);
      scheduler.step();
    }
    // end
    assertRates(scheduler, 0.1, 0.1, 0.01, 0.001, 0.001);
  }

  @Test void stepLR() {
    var sgd = new SGD(net.parameters(), 0.1);
    // example StepLR
    var scheduler = new StepLR(sgd, 2, 0.1); // rates 0.1, 0.1, 0.01, 0.01, 0.001
    for (int epoch = 0; epoch < 4; epoch++) {
      trainOneEpoch(net, sgd);
      scheduler.step();
    }
    // end
    assertRates(scheduler, 0.1, 0.1, 0.01, 0.01, 0.001);
  }

  private void trainOneEpoch(Linear model, SGD sgd) {
    rates.add(sgd.paramGroups().get(0).lr());
    sgd.zeroGrad();
    loss.call(model.call(input), target).backward();
    sgd.step();
  }

  /** The rates of the epochs, and then the one that would come next. */
  private void assertRates(LRScheduler scheduler, double... expected) {
    rates.addAll(scheduler.lastLr());
    assertThat(rates).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) assertThat(rates.get(i)).isCloseTo(expected[i], within(1e-4));
  }
}
