package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Bends what is negative towards a bound, with slope 1 at zero whatever the bound.
 *
 * <p>Formula: {@code y = max(0, x) + min(0, α (exp(x / α) - 1))}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CELU.html">torch.nn.CELU</a>
 * @see <a href="https://arxiv.org/abs/1704.07483">Barron 2017</a>
 */
public class CELU extends ExponentialUnit<CELU> {
  /** One with alpha 1 that leaves its input alone. */
  public CELU() {
    this(o -> o);
  }

  /** One with another alpha. */
  public CELU(double alpha) {
    this(o -> o.alpha(alpha));
  }

  /** One with options. */
  public CELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    double alpha = options().alpha();
    return options().inplace() ? F.celu_(input, alpha) : F.celu(input, alpha);
  }
}
