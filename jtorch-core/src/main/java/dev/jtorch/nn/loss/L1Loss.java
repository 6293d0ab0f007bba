package dev.jtorch.nn.loss;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * The absolute difference of input and target, by default its mean.
 *
 * <p>Formula: {@code l = |x - y|}
 *
 * <p>Shape: any, the same for input and target; output {@code ()}, or without reduction the shape of the input.
 *
 * <pre>{@code
 * var loss = new L1Loss();
 * Tensor l = loss.call(Torch.tensor(1.0, 2.0, 3.0), Torch.tensor(1.0, 4.0, 4.0)); // tensor(1.)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.L1Loss.html">torch.nn.L1Loss</a>
 */
public class L1Loss extends ElementLoss {
  /** The mean over all elements. */
  public L1Loss() {
    this(o -> o);
  }

  /** With options. */
  public L1Loss(UnaryOperator<Options> with) {
    super(with);
  }

  @Override protected Tensor forward(Tensor input, Tensor target) { return F.l1Loss(input, target, reduction()); }
}
