package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.dropout.AlphaDropout;
import dev.jtorch.nn.dropout.Dropout1d;
import dev.jtorch.nn.dropout.Dropout2d;
import dev.jtorch.nn.dropout.Dropout3d;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.dropout.FeatureAlphaDropout;
import org.junit.jupiter.api.Test;

/** The examples of dropouts; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class DropoutExamplesTest {
  @Test void alphaDropout() {
    // example AlphaDropout
    var drop = new AlphaDropout(0.2);
    Tensor y = drop.call(Torch.randn(20, 16)); // (20, 16), about a fifth at the lowest value
    // end
    assertThat(y).hasShape(20, 16);
  }

  @Test void dropout() {
    // example Dropout
    var drop = new Dropout(0.2);
    Tensor y = drop.call(Torch.ones(20, 16)); // each element 0 or 1.25
    Tensor z = drop.eval().call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([1., 2., 3.])
    // end
    assertThat(z).isPrintedAs("tensor([1., 2., 3.])");
    assertThat(y.mul(0.8).round().mul(1.25)).isCloseTo(y);
  }

  @Test void dropout1d() {
    // example Dropout1d
    var drop = new Dropout1d(0.2);
    Tensor y = drop.call(Torch.randn(20, 16, 32)); // (20, 16, 32), some channels all zero
    // end
    assertThat(y).hasShape(20, 16, 32);
  }

  @Test void dropout2d() {
    // example Dropout2d
    var drop = new Dropout2d(0.2);
    Tensor y = drop.call(Torch.randn(20, 16, 32, 32)); // (20, 16, 32, 32), some channels all zero
    // end
    assertThat(y).hasShape(20, 16, 32, 32);
  }

  @Test void dropout3d() {
    // example Dropout3d
    var drop = new Dropout3d(0.2);
    Tensor y = drop.call(Torch.randn(20, 16, 4, 32, 32)); // (20, 16, 4, 32, 32), some channels all zero
    // end
    assertThat(y).hasShape(20, 16, 4, 32, 32);
  }

  @Test void featureAlphaDropout() {
    // example FeatureAlphaDropout
    var drop = new FeatureAlphaDropout(0.2);
    Tensor y = drop.call(Torch.randn(20, 16, 4, 32, 32)); // (20, 16, 4, 32, 32)
    // end
    assertThat(y).hasShape(20, 16, 4, 32, 32);
  }
}
