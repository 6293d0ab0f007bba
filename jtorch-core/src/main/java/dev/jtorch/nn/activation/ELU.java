package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Leaves what is positive and bends what is negative towards -α.
 *
 * <p>Formula: {@code y = x} where it is positive, {@code α (exp(x) - 1)} elsewhere
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var elu = new ELU();
 * Tensor y = elu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.8647, -0.3935,  0.0000,  3.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ELU.html">torch.nn.ELU</a>
 * @see <a href="https://arxiv.org/abs/1511.07289">Clevert et al. 2015</a>
 */
public class ELU extends ExponentialUnit<ELU> {
  /** With α = 1. */
  public ELU() {
    this(o -> o);
  }

  /** With this α. */
  public ELU(double alpha) {
    this(o -> o.alpha(alpha));
  }

  /** With options. */
  public ELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    double alpha = options().alpha();
    return options().inplace() ? F.elu_(input, alpha) : F.elu(input, alpha);
  }
}
