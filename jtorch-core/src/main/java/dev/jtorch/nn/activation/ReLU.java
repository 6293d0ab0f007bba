package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Replaces what is negative by zero.
 *
 * <p>Formula: {@code y = max(0, x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html">torch.nn.ReLU</a>
 */
public class ReLU extends Activation<ReLU> {
  /** One that leaves its input alone. */
  public ReLU() {
    this(o -> o);
  }

  /** One with options. */
  public ReLU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.relu_(input) : F.relu(input);
  }
}
