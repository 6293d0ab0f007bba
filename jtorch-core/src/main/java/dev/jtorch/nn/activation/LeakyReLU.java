package dev.jtorch.nn.activation;

import dev.jtorch.FluentOptions;
import static dev.jtorch.internal.Arguments.configured;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Shrinks what is negative.
 *
 * <p>Formula: {@code y = max(0, x) + negativeSlope · min(0, x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html">torch.nn.LeakyReLU</a>
 */
public class LeakyReLU extends FluentLayer<LeakyReLU> {
  private Options options;

  /** One of slope 0.01 that leaves its input alone. */
  public LeakyReLU() {
    this(o -> o);
  }

  /** One of another slope. */
  public LeakyReLU(double negativeSlope) {
    this(o -> o.negativeSlope(negativeSlope));
  }

  /** One with options. */
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

    /** The factor of negative elements; default 0.01. */
    public Options negativeSlope(double negativeSlope) {
      return with(o -> o.negativeSlope = negativeSlope);
    }

    public double negativeSlope() { return negativeSlope; }

    /** Overwrites the input; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
