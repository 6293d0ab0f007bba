package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random elements to SELU's lowest value in training, then scales and shifts all so that mean 0 and variance 1 are
 * preserved.
 *
 * <p>Formula: {@code y = a x' + b}, where {@code x'} is {@code α' ≈ -1.7581} with probability p and {@code x}
 * otherwise, {@code a = ((1 - p) (1 + p α'²))^(-1/2)} and {@code b = -a p α'}; in evaluation {@code y = x}.
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var drop = new AlphaDropout(0.2);
 * Tensor y = drop.call(Torch.randn(20, 16)); // (20, 16), about a fifth at the lowest value
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing; as there, {@code inplace} is printed and has no effect.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html">torch.nn.AlphaDropout</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public class AlphaDropout extends DropoutNd<AlphaDropout> {
  /** Drops elements with probability 0.5. */
  public AlphaDropout() {
    this(o -> o);
  }

  /**
   * Drops elements with probability {@code p}.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public AlphaDropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public AlphaDropout(UnaryOperator<Options> with) {
    super(with);
  }

  @Override final Tensor drop(Tensor input, double p) {
    return F.alphaDropout(input, p, training());
  }

  @Override final Tensor drop_(Tensor input, double p) {
    return F.alphaDropout(input, p, training());
  }
}
