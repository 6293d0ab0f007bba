package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random channels of images to zero in training, because neighbouring elements carry nearly the same information.
 *
 * <p>Formula: {@code y = 0} in the whole channel with probability p, {@code y = x / (1 - p)} otherwise; in evaluation
 * {@code y = x}.
 *
 * <p>Shape: input {@code (N, C, H, W)}; the output has the same shape. An input of three dimensions is taken as
 * {@code (N, C, L)}, with a warning.
 *
 * <pre>{@code
 * var drop = new Dropout2d(0.2);
 * Tensor y = drop.call(Torch.randn(20, 16, 32, 32)); // (20, 16, 32, 32), some channels all zero
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html">torch.nn.Dropout2d</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
public class Dropout2d extends DropoutNd<Dropout2d> {
  /** Zeroes channels with probability 0.5. */
  public Dropout2d() {
    this(o -> o);
  }

  /**
   * Zeroes channels with probability {@code p}.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout2d(double p) {
    this(o -> o.p(p));
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout2d(UnaryOperator<Options> with) {
    super(with);
  }

  @Override final Tensor drop(Tensor input, double p) {
    return F.dropout2d(input, p, training());
  }

  @Override final Tensor drop_(Tensor input, double p) {
    return F.dropout2d_(input, p, training());
  }
}
