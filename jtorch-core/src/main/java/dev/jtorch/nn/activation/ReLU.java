package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets negative elements to zero.
 *
 * <p>Formula: {@code y = max(0, x)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var relu = new ReLU();
 * Tensor y = relu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0., 0., 0., 3.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html">torch.nn.ReLU</a>
 */
public class ReLU extends Activation<ReLU> {
  /** With the default options: the input is not overwritten. */
  public ReLU() {
    this(o -> o);
  }

  /** With options. */
  public ReLU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.relu_(input) : F.relu(input);
  }
}
