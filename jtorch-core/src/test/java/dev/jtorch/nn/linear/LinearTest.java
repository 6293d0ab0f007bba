package dev.jtorch.nn.linear;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.nn.shape.Identity;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.Test;

class LinearTest {
  @Test @Row("S2-004") void resetParameters_keepsTheObjects() {
    var linear = new Linear(3, 2);
    Parameter weight = linear.weight;
    Tensor before = weight.clone();
    linear.resetParameters();
    assertThat(linear.weight).isSameAs(weight);
    assertThat(weight.equal(before)).isFalse();
  }

  /** A parent with settings of its own. */
  static class Y extends Layer {
    public Layer c = new Linear(1, 1);

    @Override protected Tensor forward(Tensor x) { return c.call(x); }

    @Override protected String extraRepr() { return "k=1"; }
  }

  @Test @Row("S2-004") void extraRepr_ofAParent_comesFirst() {
    assertThat(new Y().toString()).isEqualTo("""
        Y(
          k=1
          (c): Linear(in_features=1, out_features=1, bias=True)
        )""");
  }

  @Test void withoutFeatures() {
    assertThat(new Linear(0, 2, o -> o.bias(false)).call(Torch.zeros(3, 0))).isIdenticalTo(Torch.zeros(3, 2));
  }

  @Test void sizes_canBeRead() {
    assertThat(new Linear(3, 2).inFeatures()).isEqualTo(3);
    assertThat(new Linear(3, 2).outFeatures()).isEqualTo(2);
  }

  @Test void identity_returnsItsInput() {
    Tensor x = Torch.zeros(1);
    assertThat(new Identity().call(x)).isSameAs(x);
  }

  @Test @Row("S4-089") void flatten_beforeALinear() {
    Tensor features = Torch.randn(2, 16, 5, 5);
    assertThat(features.view(-1, 400)).hasShape(2, 400);
    assertThat(new Flatten().call(features)).isIdenticalTo(features.view(-1, 400));
  }
}
