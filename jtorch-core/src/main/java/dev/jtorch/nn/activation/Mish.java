package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Weighs each element by the hyperbolic tangent of its softplus.
 *
 * <p>Formula: {@code y = x · tanh(log(1 + exp(x)))}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Mish.html">torch.nn.Mish</a>
 * @see <a href="https://arxiv.org/abs/1908.08681">Misra 2019</a>
 */
public class Mish extends Activation<Mish> {
  /** One that leaves its input alone. */
  public Mish() {
    this(o -> o);
  }

  /** One with options. */
  public Mish(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.mish_(input) : F.mish(input);
  }
}
