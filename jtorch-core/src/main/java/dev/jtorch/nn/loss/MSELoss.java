package dev.jtorch.nn.loss;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * The squared difference, by default its mean.
 *
 * <p>Formula: {@code l = (x - y)²}
 *
 * <p>Shape: any, the same for input and target; output {@code ()}, or the input's without reduction.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html">torch.nn.MSELoss</a>
 */
public class MSELoss extends ElementLoss {
  /** The mean. */
  public MSELoss() {
    this(o -> o);
  }

  /** With another reduction. */
  public MSELoss(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input, Tensor target) { return F.mseLoss(input, target, reduction()); }
}
