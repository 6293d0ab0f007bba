package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns the elements along a dimension into probabilities; the smallest element gets the largest.
 *
 * <p>Formula: {@code y_i = exp(-x_i) / Σ_j exp(-x_j)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var softmin = new Softmin(-1);
 * Tensor y = softmin.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([0.6652, 0.2447, 0.0900])
 * }</pre>
 *
 * <p>Differs from PyTorch: the dimension must be given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmin.html">torch.nn.Softmin</a>
 */
public class Softmin extends FluentLayer<Softmin> {
  private final int dim;

  /** Along this dimension, counted from the end if negative. */
  public Softmin(int dim) {
    this.dim = dim;
  }

  @Override protected Tensor forward(Tensor input) { return F.softmin(input, dim); }

  @Override protected String extraRepr() { return "dim=" + dim; }
}
