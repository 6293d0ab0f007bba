package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Multiplies each negative element by a random slope in training, and by the mean slope in evaluation.
 *
 * <p>Formula: {@code y = x} where it is positive, {@code a x} elsewhere, with a uniform in (lower, upper); in
 * evaluation {@code a = (lower + upper) / 2}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var rrelu = new RReLU(0.1, 0.3);
 * Tensor y = rrelu.call(Torch.randn(2)); // random slopes
 * Tensor z = rrelu.eval().call(Torch.tensor(-1.0, 1.0)); // tensor([-0.2000,  1.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.RReLU.html">torch.nn.RReLU</a>
 * @see <a href="https://arxiv.org/abs/1505.00853">Xu et al. 2015</a>
 */
public class RReLU extends FluentLayer<RReLU> {
  private Options options;

  /** With slopes between 1/8 and 1/3. */
  public RReLU() {
    this(o -> o);
  }

  /** With slopes between these bounds. */
  public RReLU(double lower, double upper) {
    this(o -> o.lower(lower).upper(upper));
  }

  /** With options. */
  public RReLU(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  @Override protected Tensor forward(Tensor input) {
    double lower = options.lower();
    double upper = options.upper();
    return options.inplace() ? F.rrelu_(input, lower, upper, training()) : F.rrelu(input, lower, upper, training());
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    return "lower=" + PythonNumbers.repr(options.lower()) + ", upper=" + PythonNumbers.repr(options.upper())
        + (options.inplace() ? ", inplace=True" : "");
  }

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private double lower = 1.0 / 8;
    private double upper = 1.0 / 3;
    private boolean inplace = false;

    /** The lowest slope; default 1/8. */
    public Options lower(double lower) { return with(o -> o.lower = lower); }

    public double lower() { return lower; }

    /** The highest slope; default 1/3. */
    public Options upper(double upper) { return with(o -> o.upper = upper); }

    public double upper() { return upper; }

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
