package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element to the logarithm of its sigmoid.
 *
 * <p>Formula: {@code y = log(1 / (1 + exp(-x)))}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var logSigmoid = new LogSigmoid();
 * Tensor y = logSigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.1269, -0.9741, -0.6931, -0.0486])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html">torch.nn.LogSigmoid</a>
 */
public class LogSigmoid extends FluentLayer<LogSigmoid> {
  @Override protected Tensor forward(Tensor input) { return F.logsigmoid(input); }
}
