package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Sets elements near zero to zero.
 *
 * <p>Formula: {@code y = 0} where {@code |x| ≤ λ}, {@code x} elsewhere
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var hardshrink = new Hardshrink();
 * Tensor y = hardshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.,  0.,  0.,  3.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html">torch.nn.Hardshrink</a>
 */
public class Hardshrink extends Shrinkage<Hardshrink> {
  /** With λ = 0.5. */
  public Hardshrink() {
    this(DEFAULT);
  }

  /** With this λ. */
  public Hardshrink(double lambd) {
    super(lambd);
  }

  @Override protected Tensor forward(Tensor input) { return F.hardshrink(input, lambd()); }
}
