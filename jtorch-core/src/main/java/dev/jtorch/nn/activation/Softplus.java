package dev.jtorch.nn.activation;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;

/**
 * A smooth version of the rectifier, always positive.
 *
 * <p>Formula: {@code y = log(1 + exp(β x)) / β}; {@code x} where {@code β x > threshold}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var softplus = new Softplus();
 * Tensor y = softplus.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([0.1269, 0.4741, 0.6931, 3.0486])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html">torch.nn.Softplus</a>
 */
public class Softplus extends FluentLayer<Softplus> {
  private final double beta;
  private final double threshold;

  /** With β = 1 and threshold 20. */
  public Softplus() {
    this(1, 20);
  }

  /** With this β and threshold 20. */
  public Softplus(double beta) {
    this(beta, 20);
  }

  /** With this β and threshold; where {@code β x} is above the threshold, the output is the input. */
  public Softplus(double beta, double threshold) {
    this.beta = beta;
    this.threshold = threshold;
  }

  @Override protected Tensor forward(Tensor input) { return F.softplus(input, beta, threshold); }

  @Override protected String extraRepr() {
    return "beta=" + PythonNumbers.repr(beta) + ", threshold=" + PythonNumbers.repr(threshold);
  }
}
