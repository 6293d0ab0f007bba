package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * Makes each element positive: a rectifier without a corner.
 *
 * <p>Formula: {@code y = log(1 + exp(β x)) / β}; {@code x} where {@code β x > threshold}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html">torch.nn.Softplus</a>
 */
public class Softplus extends FluentLayer<Softplus> {
  private final double beta;
  private final double threshold;

  /** One with β = 1 and threshold 20. */
  public Softplus() {
    this(1, 20);
  }

  /** A smooth rectifier with sharpness {@code beta}. */
  public Softplus(double beta) {
    this(beta, 20);
  }

  /** One with another β, and another threshold from which on the output is the input. */
  public Softplus(double beta, double threshold) {
    this.beta = beta;
    this.threshold = threshold;
  }

  @Override protected Tensor forward(Tensor input) { return F.softplus(input, beta, threshold); }

  @Override protected String extraRepr() {
    return "beta=" + PythonNumbers.repr(beta) + ", threshold=" + PythonNumbers.repr(threshold);
  }
}
