package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (-1, 1).
 *
 * <p>Formula: {@code y = (exp(x) - exp(-x)) / (exp(x) + exp(-x))}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html">torch.nn.Tanh</a>
 */
public class Tanh extends FluentLayer<Tanh> {
  @Override protected Tensor forward(Tensor input) { return F.tanh(input); }
}
