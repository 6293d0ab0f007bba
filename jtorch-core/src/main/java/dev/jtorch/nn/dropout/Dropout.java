package dev.jtorch.nn.dropout;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Sets random elements to zero in training, so that no unit relies on a few others.
 *
 * <p>Formula: {@code y = 0} with probability p, {@code y = x / (1 - p)} otherwise; in evaluation {@code y = x}.
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var drop = new Dropout(0.2);
 * Tensor y = drop.call(Torch.ones(20, 16)); // each element 0 or 1.25
 * Tensor z = drop.eval().call(Torch.tensor(1.0, 2.0, 3.0)); // tensor([1., 2., 3.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html">torch.nn.Dropout</a>
 * @see <a href="https://arxiv.org/abs/1207.0580">Hinton et al. 2012</a>
 */
public class Dropout extends DropoutNd<Dropout> {
  /** Zeroes elements with probability 0.5. */
  public Dropout() {
    this(o -> o);
  }

  /**
   * Zeroes elements with probability {@code p}.
   *
   * @throws dev.jtorch.TorchException if p is not between 0 and 1
   */
  public Dropout(double p) {
    this(o -> o.p(p));
  }

  /**
   * With options.
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
