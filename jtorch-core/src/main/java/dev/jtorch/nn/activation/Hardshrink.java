package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Replaces what is near zero by zero.
 *
 * <p>Formula: {@code y = 0} where {@code |x| ≤ λ}, {@code x} elsewhere
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html">torch.nn.Hardshrink</a>
 */
public class Hardshrink extends Shrinkage<Hardshrink> {
  /** One with λ = 0.5. */
  public Hardshrink() {
    this(DEFAULT);
  }

  /** One with another λ. */
  public Hardshrink(double lambd) {
    super(lambd);
  }

  @Override protected Tensor forward(Tensor input) { return F.hardshrink(input, lambd()); }
}
