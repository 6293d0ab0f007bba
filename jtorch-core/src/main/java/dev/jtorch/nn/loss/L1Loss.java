package dev.jtorch.nn.loss;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * The absolute difference, by default its mean.
 *
 * <p>Formula: {@code l = |x - y|}
 *
 * <p>Shape: any, the same for input and target; output {@code ()}, or the input's without reduction.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.L1Loss.html">torch.nn.L1Loss</a>
 */
public class L1Loss extends ElementLoss {
  /** The mean. */
  public L1Loss() {
    this(o -> o);
  }

  /** With another reduction. */
  public L1Loss(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input, Tensor target) { return F.l1Loss(input, target, reduction()); }
}
