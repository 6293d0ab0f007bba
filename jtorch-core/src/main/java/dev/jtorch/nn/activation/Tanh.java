package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (-1, 1).
 *
 * <p>Formula: {@code y = (exp(x) - exp(-x)) / (exp(x) + exp(-x))}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var tanh = new Tanh();
 * Tensor y = tanh.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.9640, -0.4621,  0.0000,  0.9951])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html">torch.nn.Tanh</a>
 */
public class Tanh extends FluentLayer<Tanh> {
  @Override protected Tensor forward(Tensor input) { return F.tanh(input); }
}
