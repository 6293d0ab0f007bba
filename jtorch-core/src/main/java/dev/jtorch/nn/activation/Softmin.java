package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns the elements along a dimension into probabilities, the smallest element into the largest.
 *
 * <p>Formula: {@code y_i = exp(-x_i) / Σ_j exp(-x_j)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: the dimension must be given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html">torch.nn.Softmin</a>
 */
public class Softmin extends FluentLayer<Softmin> {
  private final int dim;

  /** Along a dimension, which counts from the end where it is negative. */
  public Softmin(int dim) {
    this.dim = dim;
  }

  @Override protected Tensor forward(Tensor input) { return F.softmin(input, dim); }

  @Override protected String extraRepr() { return "dim=" + dim; }
}
