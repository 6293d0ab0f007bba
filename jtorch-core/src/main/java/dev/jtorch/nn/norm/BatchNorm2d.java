package dev.jtorch.nn.norm;

import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import java.util.function.UnaryOperator;

/**
 * Normalises each channel of images of shape {@code (N, C, H, W)}; see {@link BatchNorm}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html">torch.nn.BatchNorm2d</a>
 */
public class BatchNorm2d extends BatchNorm<BatchNorm2d> {
  /** A batch normalisation with momentum 0.1, scale, shift and running statistics. */
  public BatchNorm2d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /** A normalisation with another {@code eps}, which is added to the variance. */
  public BatchNorm2d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /** A normalisation with another {@code eps} and momentum; the numbers stand in PyTorch's order. */
  public BatchNorm2d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /** A batch normalisation with options. */
  public BatchNorm2d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override protected void checkInputDim(Tensor input) { Require.rank(input, "(N, C, H, W)", 4); }
}
