package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Maps each element into [0, 1], by a line between -3 and 3.
 *
 * <p>Formula: {@code y = min(max(0, x / 6 + 1 / 2), 1)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html">torch.nn.Hardsigmoid</a>
 */
public class Hardsigmoid extends Activation<Hardsigmoid> {
  /** One that leaves its input alone. */
  public Hardsigmoid() {
    this(o -> o);
  }

  /** One with options. */
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
