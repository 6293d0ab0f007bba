package dev.jtorch.nn.linear;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Model2;
import dev.jtorch.nn.functional.F;

/**
 * The cosine of the angle between the vectors of two tensors along a dimension: {@code layer.call(x1, x2)}.
 *
 * <p>Formula: {@code y = x1 · x2 / (max(‖x1‖, eps) max(‖x2‖, eps))}
 *
 * <p>Shape: inputs {@code (*, D, *)}, which are broadcast to each other; output {@code (*, *)}.
 *
 * <pre>{@code
 * var cosine = new CosineSimilarity();
 * Tensor y = cosine.call(Torch.randn(100, 128), Torch.randn(100, 128)); // (100)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineSimilarity.html">torch.nn.CosineSimilarity</a>
 */
public class CosineSimilarity extends Model2<Tensor, Tensor, Tensor> {
  private final int dim;
  private final double eps;

  /** Along the second dimension, with eps 1e-8. */
  public CosineSimilarity() {
    this(1, 1e-8);
  }

  /** Along this dimension, with {@code eps} as the smallest length that is divided by. */
  public CosineSimilarity(int dim, double eps) {
    this.dim = dim;
    this.eps = eps;
  }

  @Override protected Tensor forward(Tensor x1, Tensor x2) {
    return F.cosineSimilarity(x1, x2, dim, eps);
  }
}
