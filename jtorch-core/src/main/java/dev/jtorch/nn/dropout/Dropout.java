package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random elements to zero in training, so that no unit relies on a few others.
 *
 * <p>Formula: {@code y = 0} with probability p, {@code y = x / (1 - p)} otherwise; in evaluation {@code y = x}.
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html">torch.nn.Dropout</a>
 * @see <a href="https://arxiv.org/abs/1207.0580">Hinton et al. 2012</a>
 */
public class Dropout extends DropoutNd<Dropout> {
  /** One that sets half of the elements to zero. */
  public Dropout() {
    this(o -> o);
  }

  /** One that sets elements to zero with probability {@code p}. */
  public Dropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * One with options.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout(UnaryOperator<Options> with) {
    super(with);
  }

  @Override final Tensor drop(Tensor input, double p) {
    return F.dropout(input, p, training());
  }

  @Override final Tensor drop_(Tensor input, double p) {
    return F.dropout_(input, p, training());
  }
}
