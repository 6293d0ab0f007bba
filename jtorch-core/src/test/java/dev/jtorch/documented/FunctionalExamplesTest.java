package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.functional.F;
import org.junit.jupiter.api.Test;

/** The examples of functions; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class FunctionalExamplesTest {
  @Test void f() {
    Tensor weight = Torch.randn(30, 20);
    Tensor bias = Torch.randn(30);
    // example F
    Tensor hidden = F.relu(F.linear(Torch.randn(128, 20), weight, bias)); // (128, 30)
    // end
    assertThat(hidden).hasShape(128, 30);
  }

  @Test void activationFunctions() {
    // example ActivationFunctions
    Tensor y = F.relu(Torch.tensor(-1.0, 0.0, 2.0)); // tensor([0., 0., 2.])
    Tensor p = F.softmax(Torch.tensor(1.0, 2.0, 3.0), -1); // tensor([0.0900, 0.2447, 0.6652])
    // end
    assertThat(y).isPrintedAs("tensor([0., 0., 2.])");
    assertThat(p).isPrintedAs("tensor([0.0900, 0.2447, 0.6652])");
  }

  @Test void convolutionFunctions() {
    // example ConvolutionFunctions
    Tensor filters = Torch.randn(8, 4, 3, 3);
    Tensor y = F.conv2d(Torch.randn(1, 4, 5, 5), filters, null, o -> o.padding(1)); // (1, 8, 5, 5)
    // end
    assertThat(y).hasShape(1, 8, 5, 5);
  }

  @Test void dropoutFunctions() {
    // example DropoutFunctions
    Tensor y = F.dropout(Torch.randn(20, 16), 0.2, true); // (20, 16)
    // end
    assertThat(y).hasShape(20, 16);
  }

  @Test void linearFunctions() {
    // example LinearFunctions
    Tensor y = F.linear(Torch.randn(128, 20), Torch.randn(30, 20)); // (128, 30)
    // end
    assertThat(y).hasShape(128, 30);
  }

  @Test void lossFunctions() {
    // example LossFunctions
    Tensor logits = Torch.randn(3, 5).requiresGrad_();
    F.crossEntropy(logits, Torch.tensor(new long[] {1, 0, 4})).backward();
    // end
    assertThat(logits.grad()).hasShape(3, 5);
  }

  @Test void normalizationFunctions() {
    // example NormalizationFunctions
    Tensor y = F.layerNorm(Torch.randn(20, 5, 10), new long[] {10}); // (20, 5, 10)
    // end
    assertThat(y).hasShape(20, 5, 10);
  }

  @Test void poolingFunctions() {
    // example PoolingFunctions
    Tensor y = F.maxPool2d(Torch.randn(20, 16, 50, 32), 3, 2); // (20, 16, 24, 15)
    // end
    assertThat(y).hasShape(20, 16, 24, 15);
  }

  @Test void visionFunctions() {
    // example VisionFunctions
    Tensor y = F.interpolate(Torch.randn(1, 3, 10, 10), o -> o.scaleFactor(2)); // (1, 3, 20, 20)
    Tensor z = F.pad(y, 1, 1); // (1, 3, 20, 22)
    // end
    assertThat(y).hasShape(1, 3, 20, 20);
    assertThat(z).hasShape(1, 3, 20, 22);
  }
}
