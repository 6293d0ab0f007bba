package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Subtracts from each element its hyperbolic tangent.
 *
 * <p>Formula: {@code y = x - tanh(x)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var tanhshrink = new Tanhshrink();
 * Tensor y = tanhshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.0360, -0.0379,  0.0000,  2.0049])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html">torch.nn.Tanhshrink</a>
 */
public class Tanhshrink extends FluentLayer<Tanhshrink> {
  @Override protected Tensor forward(Tensor input) { return F.tanhshrink(input); }
}
