package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random channels of volumes to zero in training, because neighbouring elements say nearly the same.
 *
 * <p>Formula: {@code y = 0} in the whole channel with probability p, {@code y = x / (1 - p)} otherwise; in evaluation {@code y = x}.
 *
 * <p>Shape: input {@code (N, C, D, H, W)} or {@code (C, D, H, W)}; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html">torch.nn.Dropout3d</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
public class Dropout3d extends DropoutNd<Dropout3d> {
  /** One that sets half of the channels to zero. */
  public Dropout3d() {
    this(o -> o);
  }

  /** One that sets channels to zero with probability {@code p}. */
  public Dropout3d(double p) {
    this(o -> o.p(p));
  }

  /**
   * One with options.
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
