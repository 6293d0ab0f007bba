package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (-1, 1), more slowly than the hyperbolic tangent.
 *
 * <p>Formula: {@code y = x / (1 + |x|)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softsign.html">torch.nn.Softsign</a>
 */
public class Softsign extends FluentLayer<Softsign> {
  @Override protected Tensor forward(Tensor input) { return F.softsign(input); }
}
