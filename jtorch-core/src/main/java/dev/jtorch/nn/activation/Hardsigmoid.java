package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Maps each element into [0, 1], linearly between -3 and 3.
 *
 * <p>Formula: {@code y = min(max(0, x / 6 + 1 / 2), 1)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var hardsigmoid = new Hardsigmoid();
 * Tensor y = hardsigmoid.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1667, 0.4167, 0.5000, 1.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html">torch.nn.Hardsigmoid</a>
 */
public class Hardsigmoid extends Activation<Hardsigmoid> {
  /** With the default options: the input is not overwritten. */
  public Hardsigmoid() {
    this(o -> o);
  }

  /** With options. */
  public Hardsigmoid(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.hardsigmoid_(input) : F.hardsigmoid(input);
  }

  /** PyTorch does not print it here. */
  @Override protected String extraRepr() {
    return "";
  }
}
