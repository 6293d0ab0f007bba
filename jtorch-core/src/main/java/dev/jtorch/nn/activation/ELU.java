package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Bends what is negative towards a bound.
 *
 * <p>Formula: {@code y = x} where it is positive, {@code α (exp(x) - 1)} elsewhere
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ELU.html">torch.nn.ELU</a>
 * @see <a href="https://arxiv.org/abs/1511.07289">Clevert et al. 2015</a>
 */
public class ELU extends ExponentialUnit<ELU> {
  /** One with alpha 1 that leaves its input alone. */
  public ELU() {
    this(o -> o);
  }

  /** One with another alpha. */
  public ELU(double alpha) {
    this(o -> o.alpha(alpha));
  }

  /** One with options. */
  public ELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    double alpha = options().alpha();
    return options().inplace() ? F.elu_(input, alpha) : F.elu(input, alpha);
  }
}
