package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each volume on its own; see {@link InstanceNorm} for the formula, the initial values and
 * the options.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}; the output has the same shape.
 *
 * <pre>{@code
 * var norm = new InstanceNorm3d(10); // add o -> o.affine(true) for a learnable scale and shift
 * Tensor y = norm.call(Torch.randn(20, 10, 3, 5, 5)); // (20, 10, 3, 5, 5)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html">torch.nn.InstanceNorm3d</a>
 */
public class InstanceNorm3d extends InstanceNorm<InstanceNorm3d> {
  /**
   * An instance normalisation without scale, shift and running statistics, eps 1e-5.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm3d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm3d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps} and momentum.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm3d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /**
   * An instance normalisation with options.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm3d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 4; }

  @Override final String meant() { return "(N, C, D, H, W) or (C, D, H, W)"; }
}
