package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each of some signals of shape {@code (N, C, L)}, or of one of shape {@code (C, L)}; see
 * {@link InstanceNorm}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html">torch.nn.InstanceNorm1d</a>
 */
public class InstanceNorm1d extends InstanceNorm<InstanceNorm1d> {
  /** An instance normalisation without scale, shift and running statistics. */
  public InstanceNorm1d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /** A normalisation with another {@code eps}, which is added to the variance. */
  public InstanceNorm1d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /** A normalisation with another {@code eps} and momentum; the numbers stand in PyTorch's order. */
  public InstanceNorm1d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /** An instance normalisation with options. */
  public InstanceNorm1d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 2; }

  @Override final String meant() { return "(N, C, L) or (C, L)"; }
}
