package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Takes from each element its hyperbolic tangent.
 *
 * <p>Formula: {@code y = x - tanh(x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html">torch.nn.Tanhshrink</a>
 */
public class Tanhshrink extends FluentLayer<Tanhshrink> {
  @Override protected Tensor forward(Tensor input) { return F.tanhshrink(input); }
}
