package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Weighs each element by its sigmoid; also called swish.
 *
 * <p>Formula: {@code y = x · sigmoid(x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html">torch.nn.SiLU</a>
 */
public class SiLU extends Activation<SiLU> {
  /** One that leaves its input alone. */
  public SiLU() {
    this(o -> o);
  }

  /** One with options. */
  public SiLU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.silu_(input) : F.silu(input);
  }
}
