package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (-1, 1), more slowly than the hyperbolic tangent.
 *
 * <p>Formula: {@code y = x / (1 + |x|)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var softsign = new Softsign();
 * Tensor y = softsign.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.6667, -0.3333,  0.0000,  0.7500])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softsign.html">torch.nn.Softsign</a>
 */
public class Softsign extends FluentLayer<Softsign> {
  @Override protected Tensor forward(Tensor input) { return F.softsign(input); }
}
