package dev.jtorch.autograd;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.optim.SGD;
import dev.jtorch.testing.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a graph lives, and what adds up in its leaves. */
class GraphTest {
  private static final String SECOND_TIME =
      "Trying to backward through the graph a second time (or directly access saved"
          + " tensors after they have already been freed). Saved intermediate values of the graph are freed when you call"
          + " .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or"
          + " if you need to access saved tensors after calling backward.";

  private static Tensor leaf(float... values) { return Torch.tensor(values).requiresGrad_(); }

  private static void failsAgain(Tensor loss) {
    assertThatThrownBy(loss::backward).isInstanceOf(TorchException.class).hasMessage(SECOND_TIME);
  }

  private static float[] floats(Tensor tensor) { return tensor.detach().toFloatArray(); }

  @Row("S4-115")
  @Test void backward_withGradient_isAVectorJacobianProduct() {
    Tensor a = leaf(1, 1, 1, 1);
    a.mul(2).backward(Torch.tensor(new float[] {1, 2, 3, 4}));
    assertThat(floats(a.grad())).containsExactly(2, 4, 6, 8);
  }

  @Row("S4-115")
  @Test void backward_createGraph_differentiatesTwice_andKeepsTheGraph() {
    Tensor a = leaf(2);
    Tensor y = a.pow(3).sum();
    y.backward(o -> o.createGraph(true));
    assertThat(floats(a.grad())).containsExactly(12);
    assertThat(a.grad().requiresGrad()).isTrue();
    y.backward();
    assertThat(floats(a.grad())).as("retainGraph(null) is as createGraph was").containsExactly(24);
    failsAgain(y);
    a.grad(null); // the gradient's graph leads back to the leaf that holds it
  }

  @Row("S4-115")
  @Test void backward_retainGraph_keepsSavedValues() {
    Tensor a = leaf(2);
    Tensor y = a.pow(2).sum();
    y.backward(o -> o.retainGraph(true));
    y.backward(o -> o.retainGraph(false));
    assertThat(floats(a.grad())).containsExactly(8);
    failsAgain(y);
    Tensor z = a.pow(2).sum();
    z.backward(o -> o.createGraph(true).retainGraph(false));
    failsAgain(z);
    a.grad(null);
  }

  @Row({"S4-116", "S4-151"})
  @Test void backward_fourTimes_overASharedPart() {
    Torch.manualSeed(0);
    Tensor a = Torch.rand(1, 4).requiresGrad_();
    Tensor c = a.pow(2).mul(2);
    Tensor d = c.mean();
    Tensor e = c.sum();
    d.backward(o -> o.retainGraph(true));
    assertThat(a.grad().div(a)).isCloseTo(Torch.ones(1, 4));
    e.backward(o -> o.retainGraph(true));
    assertThat(a.grad().div(a)).isCloseTo(Torch.ones(1, 4).mul(5));
    d.backward();
    assertThat(a.grad().div(a)).isCloseTo(Torch.ones(1, 4).mul(6));
    failsAgain(e);
  }

  @Row("S4-151")
  @Test void backward_throughNodesThatSaveNothing_canBeRepeated() {
    Tensor a = leaf(1, 1, 1, 1);
    Tensor mean = a.add(1).mean();
    mean.backward();
    mean.backward();
    assertThat(floats(a.grad())).containsOnly(0.5f);
    Tensor square = a.mul(a).sum();
    square.backward();
    failsAgain(square);
  }

  @Row("S4-111")
  @Test void severalLosses_overOneForward_addUp() {
    Tensor a = leaf(1, 2, 3);
    Tensor shared = a.exp();
    Tensor first = shared.sum();
    Tensor second = shared.pow(2).mean();
    first.backward(o -> o.retainGraph(true));
    second.backward();
    Tensor together = leaf(1, 2, 3);
    Tensor again = together.exp();
    again.sum().add(again.pow(2).mean()).backward();
    assertThat(a.grad()).isCloseTo(together.grad());
    failsAgain(first);
  }

  @Row("S4-230")
  @Test void gradients_accumulateUntilCleared() {
    Tensor w = leaf(1, 2);
    var sgd = new SGD(List.of(w), o -> o.lr(0.1));
    w.pow(2).sum().backward();
    Tensor once = w.grad().clone();
    w.pow(2).sum().backward();
    assertThat(w.grad()).isIdenticalTo(once.mul(2));
    sgd.step();
    assertThat(w.detach()).isCloseTo(Torch.tensor(new float[] {0.6f, 1.2f}));
    sgd.zeroGrad();
    assertThat(w.grad()).isNull();
    w.sum().backward();
    assertThat(floats(w.grad())).containsExactly(1, 1);
  }

  @Row("S4-206")
  @Test void gradient_ofIntermediates_isDropped() {
    Tensor a = leaf(1, 2);
    Tensor y = a.mul(2);
    Tensor kept = y.mul(y).retainGrad();
    kept.sum().backward();
    assertThat(a.grad()).isNotNull();
    assertThat(y.grad()).isNull();
    assertThat(kept.grad()).isNotNull();
  }

  @Test void backward_afterAnInPlaceChange() {
    Tensor a = leaf(2, 3);
    Tensor y = a.exp();
    Tensor loss = y.sum();
    y.mul_(2);
    assertThatThrownBy(loss::backward).isInstanceOf(TorchException.class)
        .hasMessage("one of the variables needed for gradient"
            + " computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of ExpBackward0,"
            + " is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to"
            + " compute its gradient, with torch.autograd.set_detect_anomaly(True).");
  }
}
