package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Leaves what is positive and bends what is negative towards -α, with slope 1 at zero for every α.
 *
 * <p>Formula: {@code y = max(0, x) + min(0, α (exp(x / α) - 1))}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var celu = new CELU();
 * Tensor y = celu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.8647, -0.3935,  0.0000,  3.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CELU.html">torch.nn.CELU</a>
 * @see <a href="https://arxiv.org/abs/1704.07483">Barron 2017</a>
 */
public class CELU extends ExponentialUnit<CELU> {
  /** With α = 1. */
  public CELU() {
    this(o -> o);
  }

  /** With this α. */
  public CELU(double alpha) {
    this(o -> o.alpha(alpha));
  }

  /** With options. */
  public CELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    double alpha = options().alpha();
    return options().inplace() ? F.celu_(input, alpha) : F.celu(input, alpha);
  }
}
