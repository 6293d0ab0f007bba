package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random channels to SELU's lowest value in training, then scales and shifts all so that mean 0 and variance 1 are
 * preserved.
 *
 * <p>Formula: {@code y = a x' + b}, where {@code x'} is {@code α' ≈ -1.7581} with probability p and {@code x}
 * otherwise, {@code a = ((1 - p) (1 + p α'²))^(-1/2)} and {@code b = -a p α'}; in evaluation {@code y = x}.
 *
 * <p>Shape: input {@code (N, C, *)}; the output has the same shape.
 *
 * <pre>{@code
 * var drop = new FeatureAlphaDropout(0.2);
 * Tensor y = drop.call(Torch.randn(20, 16, 4, 32, 32)); // (20, 16, 4, 32, 32)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing; as there, {@code inplace} is printed and has no effect.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html">torch.nn.FeatureAlphaDropout</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public class FeatureAlphaDropout extends DropoutNd<FeatureAlphaDropout> {
  /** Drops channels with probability 0.5. */
  public FeatureAlphaDropout() {
    this(o -> o);
  }

  /**
   * Drops channels with probability {@code p}.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public FeatureAlphaDropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public FeatureAlphaDropout(UnaryOperator<Options> with) {
    super(with);
  }

  @Override final Tensor drop(Tensor input, double p) {
    return F.featureAlphaDropout(input, p, training());
  }

  @Override final Tensor drop_(Tensor input, double p) {
    return F.featureAlphaDropout(input, p, training());
  }
}
