package dev.jtorch.documented;

import static dev.jtorch.testing.TensorAssert.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.CELU;
import dev.jtorch.nn.activation.ELU;
import dev.jtorch.nn.activation.GELU;
import dev.jtorch.nn.activation.GLU;
import dev.jtorch.nn.activation.Hardshrink;
import dev.jtorch.nn.activation.Hardsigmoid;
import dev.jtorch.nn.activation.Hardswish;
import dev.jtorch.nn.activation.Hardtanh;
import dev.jtorch.nn.activation.LeakyReLU;
import dev.jtorch.nn.activation.LogSigmoid;
import dev.jtorch.nn.activation.LogSoftmax;
import dev.jtorch.nn.activation.Mish;
import dev.jtorch.nn.activation.PReLU;
import dev.jtorch.nn.activation.RReLU;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.SELU;
import dev.jtorch.nn.activation.SiLU;
import dev.jtorch.nn.activation.Sigmoid;
import dev.jtorch.nn.activation.Softmax2d;
import dev.jtorch.nn.activation.Softmax;
import dev.jtorch.nn.activation.Softmin;
import dev.jtorch.nn.activation.Softplus;
import dev.jtorch.nn.activation.Softshrink;
import dev.jtorch.nn.activation.Softsign;
import dev.jtorch.nn.activation.Tanh;
import dev.jtorch.nn.activation.Tanhshrink;
import dev.jtorch.nn.activation.Threshold;
import org.junit.jupiter.api.Test;

/** The examples of activations; {@link DocumentedExamplesTest} compares their Javadoc with these. */
class ActivationExamplesTest {
  @Test void celu() {
    // example CELU
    var celu = new CELU();
    Tensor y = celu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.8647, -0.3935,  0.0000,  3.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-0.8647, -0.3935,  0.0000,  3.0000])");
  }

  @Test void elu() {
    // example ELU
    var elu = new ELU();
    Tensor y = elu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.8647, -0.3935,  0.0000,  3.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-0.8647, -0.3935,  0.0000,  3.0000])");
  }

  @Test void gelu() {
    // example GELU
    var gelu = new GELU();
    Tensor y = gelu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.0455, -0.1543,  0.0000,  2.9959])
    // end
    assertThat(y).isPrintedAs("tensor([-0.0455, -0.1543,  0.0000,  2.9959])");
  }

  @Test void glu() {
    // example GLU
    var glu = new GLU();
    Tensor y = glu.call(Torch.tensor(1.0, 2.0, 0.0, 3.0)); // tensor([0.5000, 1.9051])
    // end
    assertThat(y).isPrintedAs("tensor([0.5000, 1.9051])");
  }

  @Test void hardshrink() {
    // example Hardshrink
    var hardshrink = new Hardshrink();
    Tensor y = hardshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.,  0.,  0.,  3.])
    // end
    assertThat(y).isPrintedAs("tensor([-2.,  0.,  0.,  3.])");
  }

  @Test void hardsigmoid() {
    // example Hardsigmoid
    var hardsigmoid = new Hardsigmoid();
    Tensor y = hardsigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1667, 0.4167, 0.5000, 1.0000])
    // end
    assertThat(y).isPrintedAs("tensor([0.1667, 0.4167, 0.5000, 1.0000])");
  }

  @Test void hardswish() {
    // example Hardswish
    var hardswish = new Hardswish();
    Tensor y = hardswish.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.3333, -0.2083,  0.0000,  3.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-0.3333, -0.2083,  0.0000,  3.0000])");
  }

  @Test void hardtanh() {
    // example Hardtanh
    var hardtanh = new Hardtanh(-2, 2);
    Tensor y = hardtanh.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.0000, -0.5000,  0.0000,  2.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-2.0000, -0.5000,  0.0000,  2.0000])");
  }

  @Test void leakyRelu() {
    // example LeakyReLU
    var leakyReLU = new LeakyReLU(0.1);
    Tensor y = leakyReLU.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2000, -0.0500,  0.0000,  3.0000])
    // end
    assertThat(y).isPrintedAs("tensor([-0.2000, -0.0500,  0.0000,  3.0000])");
  }

  @Test void logSigmoid() {
    // example LogSigmoid
    var logSigmoid = new LogSigmoid();
    Tensor y = logSigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.1269, -0.9741, -0.6931, -0.0486])
    // end
    assertThat(y).isPrintedAs("tensor([-2.1269, -0.9741, -0.6931, -0.0486])");
  }

  @Test void logSoftmax() {
    // example LogSoftmax
    var logSoftmax = new LogSoftmax(-1);
    Tensor y = logSoftmax.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([-2.4076, -1.4076, -0.4076])
    // end
    assertThat(y).isPrintedAs("tensor([-2.4076, -1.4076, -0.4076])");
  }

  @Test void mish() {
    // example Mish
    var mish = new Mish();
    Tensor y = mish.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2525, -0.2207,  0.0000,  2.9865])
    // end
    assertThat(y).isPrintedAs("tensor([-0.2525, -0.2207,  0.0000,  2.9865])");
  }

  @Test void prelu() {
    // example PReLU
    var prelu = new PReLU(3); // a slope for each of 3 channels
    Tensor y = prelu.call(Torch.randn(2, 3, 8)); // (2, 3, 8)
    // end
    assertThat(y).hasShape(2, 3, 8);
    assertThat(prelu.weight).hasShape(3);
  }

  @Test void rrelu() {
    // example RReLU
    var rrelu = new RReLU(0.1, 0.3);
    Tensor y = rrelu.call(Torch.randn(2)); // random slopes
    Tensor z = rrelu.eval().call(Torch.tensor(-1.0, 1.0)); // tensor([-0.2000,  1.0000])
    // end
    assertThat(z).isPrintedAs("tensor([-0.2000,  1.0000])");
    assertThat(y).hasShape(2);
  }

  @Test void relu() {
    // example ReLU
    var relu = new ReLU();
    Tensor y = relu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0., 0., 0., 3.])
    // end
    assertThat(y).isPrintedAs("tensor([0., 0., 0., 3.])");
  }

  @Test void relu6() {
    // example ReLU6
    var relu6 = new ReLU6();
    Tensor y = relu6.call(Torch.tensor(-1.0, 3.0, 8.0)); // tensor([0., 3., 6.])
    // end
    assertThat(y).isPrintedAs("tensor([0., 3., 6.])");
  }

  @Test void selu() {
    // example SELU
    var selu = new SELU();
    Tensor y = selu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.5202, -0.6918,  0.0000,  3.1521])
    // end
    assertThat(y).isPrintedAs("tensor([-1.5202, -0.6918,  0.0000,  3.1521])");
  }

  @Test void silu() {
    // example SiLU
    var siLU = new SiLU();
    Tensor y = siLU.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2384, -0.1888,  0.0000,  2.8577])
    // end
    assertThat(y).isPrintedAs("tensor([-0.2384, -0.1888,  0.0000,  2.8577])");
  }

  @Test void sigmoid() {
    // example Sigmoid
    var sigmoid = new Sigmoid();
    Tensor y = sigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1192, 0.3775, 0.5000, 0.9526])
    // end
    assertThat(y).isPrintedAs("tensor([0.1192, 0.3775, 0.5000, 0.9526])");
  }

  @Test void softmax() {
    // example Softmax
    var softmax = new Softmax(-1);
    Tensor y = softmax.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([0.0900, 0.2447, 0.6652])
    // end
    assertThat(y).isPrintedAs("tensor([0.0900, 0.2447, 0.6652])");
  }

  @Test void softmax2d() {
    // example Softmax2d
    var softmax = new Softmax2d();
    Tensor y = softmax.call(Torch.randn(2, 3, 12, 13)); // (2, 3, 12, 13)
    Tensor sums = y.sum(1); // all 1
    // end
    assertThat(y).hasShape(2, 3, 12, 13);
    assertThat(sums).isCloseTo(Torch.ones(2, 12, 13));
  }

  @Test void softmin() {
    // example Softmin
    var softmin = new Softmin(-1);
    Tensor y = softmin.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([0.6652, 0.2447, 0.0900])
    // end
    assertThat(y).isPrintedAs("tensor([0.6652, 0.2447, 0.0900])");
  }

  @Test void softplus() {
    // example Softplus
    var softplus = new Softplus();
    Tensor y = softplus.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1269, 0.4741, 0.6931, 3.0486])
    // end
    assertThat(y).isPrintedAs("tensor([0.1269, 0.4741, 0.6931, 3.0486])");
  }

  @Test void softshrink() {
    // example Softshrink
    var softshrink = new Softshrink();
    Tensor y = softshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.5000, -0.0000,  0.0000,  2.5000])
    // end
    assertThat(y).isPrintedAs("tensor([-1.5000, -0.0000,  0.0000,  2.5000])");
  }

  @Test void softsign() {
    // example Softsign
    var softsign = new Softsign();
    Tensor y = softsign.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.6667, -0.3333,  0.0000,  0.7500])
    // end
    assertThat(y).isPrintedAs("tensor([-0.6667, -0.3333,  0.0000,  0.7500])");
  }

  @Test void tanh() {
    // example Tanh
    var tanh = new Tanh();
    Tensor y = tanh.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.9640, -0.4621,  0.0000,  0.9951])
    // end
    assertThat(y).isPrintedAs("tensor([-0.9640, -0.4621,  0.0000,  0.9951])");
  }

  @Test void tanhshrink() {
    // example Tanhshrink
    var tanhshrink = new Tanhshrink();
    Tensor y = tanhshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.0360, -0.0379,  0.0000,  2.0049])
    // end
    assertThat(y).isPrintedAs("tensor([-1.0360, -0.0379,  0.0000,  2.0049])");
  }

  @Test void threshold() {
    // example Threshold
    var threshold = new Threshold(0.1, 20);
    Tensor y = threshold.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([20., 20., 20.,  3.])
    // end
    assertThat(y).isPrintedAs("tensor([20., 20., 20.,  3.])");
  }
}
