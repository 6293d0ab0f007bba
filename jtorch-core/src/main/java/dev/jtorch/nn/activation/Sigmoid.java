package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (0, 1).
 *
 * <p>Formula: {@code y = 1 / (1 + exp(-x))}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var sigmoid = new Sigmoid();
 * Tensor y = sigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1192, 0.3775, 0.5000, 0.9526])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html">torch.nn.Sigmoid</a>
 */
public class Sigmoid extends FluentLayer<Sigmoid> {
  @Override protected Tensor forward(Tensor input) { return F.sigmoid(input); }
}
