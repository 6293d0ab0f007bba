package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * A gated linear unit: multiplies the first half of a dimension by the sigmoid of the second.
 *
 * <p>Formula: {@code y = a · sigmoid(b)}, with the halves a and b of the input
 *
 * <p>Shape: input {@code (*, L, *)} with an even L, output {@code (*, L / 2, *)}.
 *
 * <pre>{@code
 * var glu = new GLU();
 * Tensor y = glu.call(Torch.tensor(1.0, 2.0, 0.0, 3.0)); // tensor([0.5000, 1.9051])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.GLU.html">torch.nn.GLU</a>
 * @see <a href="https://arxiv.org/abs/1612.08083">Dauphin et al. 2016</a>
 */
public class GLU extends FluentLayer<GLU> {
  private final int dim;

  /** Halves the last dimension. */
  public GLU() {
    this(-1);
  }

  /** Halves this dimension, counted from the end if negative. */
  public GLU(int dim) {
    this.dim = dim;
  }

  @Override protected Tensor forward(Tensor input) { return F.glu(input, dim); }

  @Override protected String extraRepr() { return "dim=" + dim; }
}
