package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Layer;
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
public class LeakyReLU extends Layer {
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
    options = configured(Options.DEFAULT, with);
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

  /**
   * How it computes.
   *
   * @param negativeSlope the factor of negative elements; 0.01 at first
   * @param inplace overwrites the input; false at first
   */
  public record Options(double negativeSlope, boolean inplace) {
    static final Options DEFAULT = new Options(0.01, false);

    /** {@return these options with another slope} */
    public Options negativeSlope(double slope) {
      return new Options(slope, inplace);
    }

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) {
      return new Options(negativeSlope, on);
    }
  }
}
