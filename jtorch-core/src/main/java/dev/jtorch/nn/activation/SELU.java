package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Scales positive elements and bends negative ones so that activations keep mean 0 and variance 1 from layer to layer.
 *
 * <p>Formula: {@code y = scale (max(0, x) + min(0, α (exp(x) - 1)))}, with {@code scale ≈ 1.0507} and
 * {@code α ≈ 1.6733}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var selu = new SELU();
 * Tensor y = selu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.5202, -0.6918,  0.0000,  3.1521])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.SELU.html">torch.nn.SELU</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public class SELU extends Activation<SELU> {
  /** With the default options: the input is not overwritten. */
  public SELU() {
    this(o -> o);
  }

  /** With options. */
  public SELU(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options().inplace() ? F.selu_(input) : F.selu(input);
  }
}
