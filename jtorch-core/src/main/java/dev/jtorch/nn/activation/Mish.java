package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Multiplies each element by the hyperbolic tangent of its softplus.
 *
 * <p>Formula: {@code y = x · tanh(log(1 + exp(x)))}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var mish = new Mish();
 * Tensor y = mish.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2525, -0.2207,  0.0000,  2.9865])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Mish.html">torch.nn.Mish</a>
 * @see <a href="https://arxiv.org/abs/1908.08681">Misra 2019</a>
 */
public class Mish extends Activation<Mish> {
  /** With the default options: the input is not overwritten. */
  public Mish() {
    this(o -> o);
  }

  /** With options. */
  public Mish(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.mish_(input) : F.mish(input);
  }
}
