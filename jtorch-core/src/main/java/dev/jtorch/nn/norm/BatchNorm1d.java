package dev.jtorch.nn.norm;

import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import java.util.function.UnaryOperator;

/**
 * Normalises each channel of a batch of vectors or signals; see {@link BatchNorm} for the formula, the initial values
 * and the options.
 *
 * <p>Shape: input {@code (N, C)} or {@code (N, C, L)}; the output has the same shape.
 *
 * <pre>{@code
 * var norm = new BatchNorm1d(100);
 * Tensor y = norm.call(Torch.randn(20, 100)); // (20, 100); the running statistics change
 * norm.eval(); // from here on they are used
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html">torch.nn.BatchNorm1d</a>
 */
public class BatchNorm1d extends BatchNorm<BatchNorm1d> {
  /**
   * A batch normalisation with scale, shift and running statistics, eps 1e-5 and momentum 0.1.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public BatchNorm1d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /**
   * A batch normalisation with scale, shift and running statistics, and with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public BatchNorm1d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /**
   * A batch normalisation with scale, shift and running statistics, and with this {@code eps} and momentum.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public BatchNorm1d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /**
   * A batch normalisation with options.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public BatchNorm1d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override protected void checkInputDim(Tensor input) { Require.rank(input, "(N, C) or (N, C, L)", 2, 3); }
}
