package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Multiplies each element by its sigmoid; also called swish.
 *
 * <p>Formula: {@code y = x · sigmoid(x)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var siLU = new SiLU();
 * Tensor y = siLU.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2384, -0.1888,  0.0000,  2.8577])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html">torch.nn.SiLU</a>
 */
public class SiLU extends Activation<SiLU> {
  /** With the default options: the input is not overwritten. */
  public SiLU() {
    this(o -> o);
  }

  /** With options. */
  public SiLU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.silu_(input) : F.silu(input);
  }
}
