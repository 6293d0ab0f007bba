package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random channels of volumes to zero in training, because neighbouring elements carry nearly the same information.
 *
 * <p>Formula: {@code y = 0} in the whole channel with probability p, {@code y = x / (1 - p)} otherwise; in evaluation
 * {@code y = x}.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}; the output has the same shape.
 *
 * <pre>{@code
 * var drop = new Dropout3d(0.2);
 * Tensor y = drop.call(Torch.randn(20, 16, 4, 32, 32)); // (20, 16, 4, 32, 32), some channels all zero
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html">torch.nn.Dropout3d</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
public class Dropout3d extends DropoutNd<Dropout3d> {
  /** Zeroes channels with probability 0.5. */
  public Dropout3d() {
    this(o -> o);
  }

  /**
   * Zeroes channels with probability {@code p}.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout3d(double p) {
    this(o -> o.p(p));
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout3d(UnaryOperator<Options> with) {
    super(with);
  }

  @Override final Tensor drop(Tensor input, double p) {
    return F.dropout3d(input, p, training());
  }

  @Override final Tensor drop_(Tensor input, double p) {
    return F.dropout3d_(input, p, training());
  }
}
