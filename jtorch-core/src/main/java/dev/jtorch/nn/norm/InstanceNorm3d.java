package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each of some volumes of shape {@code (N, C, D, H, W)}, or of one of shape {@code (C, D, H, W)}; see
 * {@link InstanceNorm}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html">torch.nn.InstanceNorm3d</a>
 */
public class InstanceNorm3d extends InstanceNorm<InstanceNorm3d> {
  /** An instance normalisation without scale, shift and running statistics. */
  public InstanceNorm3d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /** A normalisation with another {@code eps}, which is added to the variance. */
  public InstanceNorm3d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /** A normalisation with another {@code eps} and momentum; the numbers stand in PyTorch's order. */
  public InstanceNorm3d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /** An instance normalisation with options. */
  public InstanceNorm3d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 4; }

  @Override final String meant() { return "(N, C, D, H, W) or (C, D, H, W)"; }
}
