package dev.jtorch.nn;

import static dev.jtorch.nn.LayerCase.layer;

import dev.jtorch.nn.activation.GELU;
import dev.jtorch.nn.activation.Hardtanh;
import dev.jtorch.nn.activation.LeakyReLU;
import dev.jtorch.nn.activation.LogSoftmax;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.activation.ReLU6;
import dev.jtorch.nn.activation.SiLU;
import dev.jtorch.nn.activation.Sigmoid;
import dev.jtorch.nn.activation.Softmax;
import dev.jtorch.nn.activation.Tanh;
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
}
