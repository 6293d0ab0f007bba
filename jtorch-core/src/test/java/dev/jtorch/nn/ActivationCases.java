package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

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
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.GeluApproximation;
import java.util.List;

/** The table of nonlinearities, part of {@link LayerCases}. */
final class ActivationCases {
  private ActivationCases() {}

  static List<LayerCase> all() {
    return List.of(
        layer("relu", ReLU::new, (m, x) -> F.relu(x)),
        layer("relu_inplace", () -> new ReLU(o -> o.inplace(true)), (m, x) -> F.relu_(x)),
        layer("sigmoid", Sigmoid::new, (m, x) -> F.sigmoid(x)),
        layer("tanh", Tanh::new, (m, x) -> F.tanh(x)),
        layer("softmax", () -> new Softmax(1), (m, x) -> F.softmax(x, 1)),
        layer("log_softmax", () -> new LogSoftmax(-1), (m, x) -> F.logSoftmax(x, -1)),
        layer("gelu", GELU::new, (m, x) -> F.gelu(x)),
        layer("gelu_tanh", () -> new GELU(o -> o.approximate(GeluApproximation.TANH)),
            (m, x) -> F.gelu(x, GeluApproximation.TANH)),
        layer("leaky_relu", LeakyReLU::new, (m, x) -> F.leakyRelu(x)),
        layer("leaky_relu_inplace", () -> new LeakyReLU(o -> o.negativeSlope(0.2).inplace(true)),
            (m, x) -> F.leakyRelu_(x, 0.2)),
        layer("silu", SiLU::new, (m, x) -> F.silu(x)),
        layer("silu_inplace", () -> new SiLU(o -> o.inplace(true)), (m, x) -> F.silu_(x)),
        layer("relu6", ReLU6::new, (m, x) -> F.relu6(x)),
        layer("relu6_inplace", () -> new ReLU6(o -> o.inplace(true)), (m, x) -> F.relu6_(x)),
        layer("hardtanh", Hardtanh::new, (m, x) -> F.hardtanh(x)),
        layer("hardtanh_bounds", () -> new Hardtanh(o -> o.minVal(-0.3).maxVal(2).inplace(true)),
            (m, x) -> F.hardtanh_(x, -0.3, 2)));
  }

  /** The other rectifiers. */
  static List<LayerCase> rectifiers() {
    return List.of(
        layer("prelu", () -> new PReLU(), (m, x) -> F.prelu(x, m.weight)),
        layer("prelu_channels", () -> new PReLU(o -> o.numParameters(4).init(0.1)), (m, x) -> F.prelu(x, m.weight)),
        layer("elu", () -> new ELU(), (m, x) -> F.elu(x, 1)),
        layer("elu_inplace", () -> new ELU(o -> o.alpha(0.5).inplace(true)), (m, x) -> F.elu_(x, 0.5)),
        layer("celu", () -> new CELU(), (m, x) -> F.celu(x, 1)),
        layer("celu_inplace", () -> new CELU(o -> o.alpha(0.5).inplace(true)), (m, x) -> F.celu_(x, 0.5)),
        layer("selu", SELU::new, (m, x) -> F.selu(x)),
        layer("selu_inplace", () -> new SELU(o -> o.inplace(true)), (m, x) -> F.selu_(x)),
        layer("rrelu", () -> new RReLU(), (m, x) -> F.rrelu(x, 1.0 / 8, 1.0 / 3, m.training())),
        layer("rrelu_inplace", () -> new RReLU(o -> o.lower(0.1).upper(0.4).inplace(true)),
            (m, x) -> F.rrelu_(x, 0.1, 0.4, m.training())),
        layer("threshold", () -> new Threshold(0.1, -2), (m, x) -> F.threshold(x, 0.1, -2)),
        layer("threshold_inplace", () -> new Threshold(0.1, 20, o -> o.inplace(true)),
            (m, x) -> F.threshold_(x, 0.1, 20)));
  }

  /** Those without a corner, and their approximations by lines. */
  static List<LayerCase> smooth() {
    return List.of(
        layer("mish", Mish::new, (m, x) -> F.mish(x)),
        layer("mish_inplace", () -> new Mish(o -> o.inplace(true)), (m, x) -> F.mish_(x)),
        layer("hardsigmoid", Hardsigmoid::new, (m, x) -> F.hardsigmoid(x)),
        layer("hardsigmoid_inplace", () -> new Hardsigmoid(o -> o.inplace(true)), (m, x) -> F.hardsigmoid_(x)),
        layer("hardswish", Hardswish::new, (m, x) -> F.hardswish(x)),
        layer("hardswish_inplace", () -> new Hardswish(o -> o.inplace(true)), (m, x) -> F.hardswish_(x)),
        layer("log_sigmoid", LogSigmoid::new, (m, x) -> F.logsigmoid(x)),
        layer("softplus", () -> new Softplus(), (m, x) -> F.softplus(x)),
        layer("softplus_steep", () -> new Softplus(2, 1), (m, x) -> F.softplus(x, 2, 1)),
        layer("softsign", Softsign::new, (m, x) -> F.softsign(x)),
        layer("tanhshrink", Tanhshrink::new, (m, x) -> F.tanhshrink(x)),
        layer("hardshrink", () -> new Hardshrink(), (m, x) -> F.hardshrink(x, 0.5)),
        layer("softshrink", () -> new Softshrink(0.2), (m, x) -> F.softshrink(x, 0.2)),
        layer("glu", () -> new GLU(), (m, x) -> F.glu(x, -1)),
        layer("softmin", () -> new Softmin(1), (m, x) -> F.softmin(x, 1)),
        layer("softmax2d", Softmax2d::new, (m, x) -> F.softmax(x, 1)));
  }
}
