package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.linear.Bilinear;
import dev.jtorch.nn.linear.CosineSimilarity;
import dev.jtorch.nn.linear.Linear;
import org.junit.jupiter.api.Test;

/** The examples of linear layers; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class LinearExamplesTest {
  @Test void bilinear() {
    // example Bilinear
    var pair = new Bilinear(20, 30, 40);
    Tensor y = pair.call(Torch.randn(128, 20), Torch.randn(128, 30)); // (128, 40)
    // end
    assertThat(y).hasShape(128, 40);
  }

  @Test void cosineSimilarity() {
    // example CosineSimilarity
    var cosine = new CosineSimilarity();
    Tensor y = cosine.call(Torch.randn(100, 128), Torch.randn(100, 128)); // (100)
    // end
    assertThat(y).hasShape(100);
  }

  @Test void linear() {
    // example Linear
    var fc = new Linear(20, 30);
    Tensor y = fc.call(Torch.randn(128, 20)); // (128, 30)
    // end
    assertThat(y).hasShape(128, 30);
  }
}
