package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns the elements along a dimension into probabilities.
 *
 * <p>Formula: {@code y_i = exp(x_i) / Σ_j exp(x_j)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var softmax = new Softmax(-1);
 * Tensor y = softmax.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([0.0900, 0.2447, 0.6652])
 * }</pre>
 *
 * <p>Differs from PyTorch: the dimension must be given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html">torch.nn.Softmax</a>
 */
public class Softmax extends FluentLayer<Softmax> {
  private final int dim;

  /** Along this dimension, counted from the end if negative. */
  public Softmax(int dim) {
    this.dim = dim;
  }

  @Override protected Tensor forward(Tensor input) { return F.softmax(input, dim); }

  @Override protected String extraRepr() { return "dim=" + dim; }
}
