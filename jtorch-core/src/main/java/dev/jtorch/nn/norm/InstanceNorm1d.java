package dev.jtorch.nn.norm;

import java.util.function.UnaryOperator;

/**
 * Normalises each channel of each signal on its own; see {@link InstanceNorm} for the formula, the initial values and
 * the options.
 *
 * <p>Shape: input {@code (N, C, L)} or {@code (C, L)}; the output has the same shape.
 *
 * <pre>{@code
 * var norm = new InstanceNorm1d(10); // add o -> o.affine(true) for a learnable scale and shift
 * Tensor y = norm.call(Torch.randn(20, 10, 40)); // (20, 10, 40)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html">torch.nn.InstanceNorm1d</a>
 */
public class InstanceNorm1d extends InstanceNorm<InstanceNorm1d> {
  /**
   * An instance normalisation without scale, shift and running statistics, eps 1e-5.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm1d(long numFeatures) {
    this(numFeatures, o -> o);
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps}.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm1d(long numFeatures, double eps) {
    this(numFeatures, o -> o.eps(eps));
  }

  /**
   * An instance normalisation without scale, shift and running statistics, and with this {@code eps} and momentum.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm1d(long numFeatures, double eps, double momentum) {
    this(numFeatures, o -> o.eps(eps).momentum(momentum));
  }

  /**
   * An instance normalisation with options.
   *
   * @throws dev.jtorch.TorchException if {@code numFeatures} is negative
   */
  public InstanceNorm1d(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, with);
  }

  @Override final int exampleDims() { return 2; }

  @Override final String meant() { return "(N, C, L) or (C, L)"; }
}
