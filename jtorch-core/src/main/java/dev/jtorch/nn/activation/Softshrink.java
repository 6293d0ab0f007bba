package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.F;

/**
 * Moves each element towards zero by λ, and sets those nearer than λ to zero.
 *
 * <p>Formula: {@code y = x - λ} where {@code x > λ}, {@code x + λ} where {@code x < -λ}, 0 elsewhere
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var softshrink = new Softshrink();
 * Tensor y = softshrink.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-1.5000, -0.0000,  0.0000,  2.5000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softshrink.html">torch.nn.Softshrink</a>
 */
public class Softshrink extends Shrinkage<Softshrink> {
  /** With λ = 0.5. */
  public Softshrink() {
    this(DEFAULT);
  }

  /** With this λ. */
  public Softshrink(double lambd) {
    super(lambd);
  }

  @Override protected Tensor forward(Tensor input) { return F.softshrink(input, lambd()); }
}
