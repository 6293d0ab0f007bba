package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Moves each element towards zero, at most onto it.
 *
 * <p>Formula: {@code y = x - λ} where {@code x > λ}, {@code x + λ} where {@code x < -λ}, 0 elsewhere
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softshrink.html">torch.nn.Softshrink</a>
 */
public class Softshrink extends Shrinkage<Softshrink> {
  /** One with λ = 0.5. */
  public Softshrink() {
    this(DEFAULT);
  }

  /** One with another λ. */
  public Softshrink(double lambd) {
    super(lambd);
  }

  @Override protected Tensor forward(Tensor input) { return F.softshrink(input, lambd()); }
}
