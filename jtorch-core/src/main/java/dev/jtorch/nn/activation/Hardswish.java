package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Multiplies each element by its hard sigmoid.
 *
 * <p>Formula: {@code y = x · min(max(0, x + 3), 6) / 6}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var hardswish = new Hardswish();
 * Tensor y = hardswish.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.3333, -0.2083,  0.0000,  3.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardswish.html">torch.nn.Hardswish</a>
 * @see <a href="https://arxiv.org/abs/1905.02244">Howard et al. 2019</a>
 */
public class Hardswish extends Activation<Hardswish> {
  /** With the default options: the input is not overwritten. */
  public Hardswish() {
    this(o -> o);
  }

  /** With options. */
  public Hardswish(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.hardswish_(input) : F.hardswish(input);
  }

  /** PyTorch does not print it here. */
  @Override protected String extraRepr() {
    return "";
  }
}
