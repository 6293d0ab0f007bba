package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each image on its own; see {@link InstanceNorm} for the formula, the initial values and
 * the options.
 *
 * <p>Shape: input {@code (N, C, H, W)} or {@code (C, H, W)}; the output has the same shape.
 *
 * <pre>{@code
 * var norm = new InstanceNorm2d(10); // add o -> o.affine(true) for a learnable scale and shift
 * Tensor y = norm.call(Torch.randn(20, 10, 35, 45)); // (20, 10, 35, 45)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html">torch.nn.InstanceNorm2d</a>
 */
public class InstanceNorm2d extends InstanceNorm<InstanceNorm2d> {
  /**
   * An instance normalisation without scale, shift and running statistics, eps 1e-5.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm2d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm2d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps} and momentum.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm2d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /**
   * An instance normalisation with options.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm2d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 3; }

  @Override final String meant() { return "(N, C, H, W) or (C, H, W)"; }
}
