package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Scales what is positive and bends what is negative so that mean 0 and variance 1 stay so from layer to layer.
 *
 * <p>Formula: {@code y = scale (max(0, x) + min(0, α (exp(x) - 1)))}, with {@code scale ≈ 1.0507} and {@code α ≈ 1.6733}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.SELU.html">torch.nn.SELU</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public class SELU extends Activation<SELU> {
  /** One that leaves its input alone. */
  public SELU() {
    this(o -> o);
  }

  /** One with options. */
  public SELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.selu_(input) : F.selu(input);
  }
}
