package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Maps each element into (0, 1).
 *
 * <p>Formula: {@code y = 1 / (1 + exp(-x))}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html">torch.nn.Sigmoid</a>
 */
public class Sigmoid extends FluentLayer<Sigmoid> {
  @Override protected Tensor forward(Tensor input) { return F.sigmoid(input); }
}
