package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each of some images of shape {@code (N, C, H, W)}, or of one of shape {@code (C, H, W)}; see
 * {@link InstanceNorm}.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html">torch.nn.InstanceNorm2d</a>
 */
public class InstanceNorm2d extends InstanceNorm<InstanceNorm2d> {
  /** An instance normalisation without scale, shift and running statistics. */
  public InstanceNorm2d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /** A normalisation with another {@code eps}, which is added to the variance. */
  public InstanceNorm2d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /** A normalisation with another {@code eps} and momentum; the numbers stand in PyTorch's order. */
  public InstanceNorm2d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /** An instance normalisation with options. */
  public InstanceNorm2d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 3; }

  @Override final String meant() { return "(N, C, H, W) or (C, H, W)"; }
}
