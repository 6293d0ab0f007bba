package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Multiplies negative elements by a small slope.
 *
 * <p>Formula: {@code y = max(0, x) + negativeSlope · min(0, x)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var leakyReLU = new LeakyReLU(0.1);
 * Tensor y = leakyReLU.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.2000, -0.0500,  0.0000,  3.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html">torch.nn.LeakyReLU</a>
 */
public class LeakyReLU extends FluentLayer<LeakyReLU> {
  private Options options;

  /** With slope 0.01 for negative elements. */
  public LeakyReLU() {
    this(o -> o);
  }

  /** With this slope for negative elements. */
  public LeakyReLU(double negativeSlope) {
    this(o -> o.negativeSlope(negativeSlope));
  }

  /** With options. */
  public LeakyReLU(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  @Override protected Tensor forward(Tensor input) {
    double slope = options.negativeSlope();
    return options.inplace() ? F.leakyRelu_(input, slope) : F.leakyRelu(input, slope);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    return "negative_slope=" + PythonNumbers.repr(options.negativeSlope())
        + (options.inplace() ? ", inplace=True" : "");
  }

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private double negativeSlope = 0.01;
    private boolean inplace = false;

    /** Slope for negative elements; default 0.01. */
    public Options negativeSlope(double negativeSlope) {
      return with(o -> o.negativeSlope = negativeSlope);
    }

    public double negativeSlope() { return negativeSlope; }

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
