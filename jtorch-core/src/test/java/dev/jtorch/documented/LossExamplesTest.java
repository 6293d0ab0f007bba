package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.LogSoftmax;
import dev.jtorch.nn.loss.CrossEntropyLoss;
import dev.jtorch.nn.loss.L1Loss;
import dev.jtorch.nn.loss.MSELoss;
import dev.jtorch.nn.loss.NLLLoss;
import org.junit.jupiter.api.Test;

/** The examples of losses; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class LossExamplesTest {
  @Test void crossEntropyLoss() {
    // example CrossEntropyLoss
    var loss = new CrossEntropyLoss();
    Tensor logits = Torch.randn(3, 5).requiresGrad_();
    Tensor target = Torch.randint(5, new long[] {3}); // class numbers
    loss.call(logits, target).backward();
    // end
    assertThat(logits.grad()).hasShape(3, 5);
  }

  @Test void l1Loss() {
    // example L1Loss
    var loss = new L1Loss();
    Tensor l = loss.call(Torch.tensor(1.0, 2.0, 3.0), Torch.tensor(1.0, 4.0, 4.0)); // tensor(1.)
    // end
    assertThat(l).isPrintedAs("tensor(1.)");
  }

  @Test void mseLoss() {
    // example MSELoss
    var loss = new MSELoss();
    Tensor l = loss.call(Torch.tensor(1.0, 2.0, 3.0), Torch.tensor(1.0, 4.0, 4.0)); // tensor(1.6667)
    // end
    assertThat(l).isPrintedAs("tensor(1.6667)");
  }

  @Test void nllLoss() {
    // example NLLLoss
    var logSoftmax = new LogSoftmax(1);
    var loss = new NLLLoss();
    Tensor logits = Torch.tensor(new float[][] {{0.5f, 1, 2}});
    Tensor l = loss.call(logSoftmax.call(logits), Torch.tensor(new long[] {2})); // tensor(0.4644)
    // end
    assertThat(l).isPrintedAs("tensor(0.4644)");
  }
}
