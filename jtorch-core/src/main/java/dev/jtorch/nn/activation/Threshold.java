package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Replaces elements that are not above a threshold with a value.
 *
 * <p>Formula: {@code y = x} where {@code x > threshold}, {@code value} elsewhere
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var threshold = new Threshold(0.1, 20);
 * Tensor y = threshold.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([20., 20., 20.,  3.])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Threshold.html">torch.nn.Threshold</a>
 */
public class Threshold extends FluentLayer<Threshold> {
  private final double threshold;
  private final double value;
  private final Activation.Options options;

  /** With the default options: the input is not overwritten. */
  public Threshold(double threshold, double value) {
    this(threshold, value, o -> o);
  }

  /** With options. */
  public Threshold(double threshold, double value, UnaryOperator<Activation.Options> with) {
    this.threshold = threshold;
    this.value = value;
    options = configured(new Activation.Options(), with);
  }

  @Override protected Tensor forward(Tensor input) {
    return options.inplace() ? F.threshold_(input, threshold, value) : F.threshold(input, threshold, value);
  }

  @Override protected String extraRepr() {
    return "threshold=" + PythonNumbers.repr(threshold) + ", value=" + PythonNumbers.repr(value)
        + (options.inplace() ? ", inplace=True" : "");
  }
}
