package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Turns the elements along a dimension into logarithms of probabilities.
 *
 * <p>Formula: {@code y_i = x_i - log Σ_j exp(x_j)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var logSoftmax = new LogSoftmax(-1);
 * Tensor y = logSoftmax.call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([-2.4076, -1.4076, -0.4076])
 * }</pre>
 *
 * <p>Differs from PyTorch: the dimension must be given.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html">torch.nn.LogSoftmax</a>
 */
public class LogSoftmax extends FluentLayer<LogSoftmax> {
  private final int dim;

  /** Along this dimension, counted from the end if negative. */
  public LogSoftmax(int dim) {
    this.dim = dim;
  }

  @Override protected Tensor forward(Tensor input) { return F.logSoftmax(input, dim); }

  @Override protected String extraRepr() { return "dim=" + dim; }
}
