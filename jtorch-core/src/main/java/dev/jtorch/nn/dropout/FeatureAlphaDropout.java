package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random channels to SELU's lowest value in training, and scales and shifts the rest so that mean 0 and variance 1 stay so.
 *
 * <p>Formula: {@code y = a (x or α') + b} with {@code α' ≈ -1.7581} with probability p, {@code a = ((1 - p) (1 + p α'²))^(-1/2)} and
 * {@code b = -a p α'}; in evaluation {@code y = x}.
 *
 * <p>Shape: input {@code (N, C, *)}; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing: {@code inplace} is printed, and has no effect.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html">torch.nn.FeatureAlphaDropout</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public class FeatureAlphaDropout extends DropoutNd<FeatureAlphaDropout> {
  /** One that drops half of the channels. */
  public FeatureAlphaDropout() {
    this(o -> o);
  }

  /** One that drops channels with probability {@code p}. */
  public FeatureAlphaDropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * One with options.
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
