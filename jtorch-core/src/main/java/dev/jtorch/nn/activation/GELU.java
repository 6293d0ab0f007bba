package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.GeluApproximation;
import java.util.function.UnaryOperator;

/**
 * Multiplies each element by the cumulative distribution function of the normal distribution.
 *
 * <p>Formula: {@code y = x · Φ(x)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var gelu = new GELU();
 * Tensor y = gelu.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-0.0455, -0.1543,  0.0000,  2.9959])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html">torch.nn.GELU</a>
 */
public class GELU extends FluentLayer<GELU> {
  private Options options;

  /** With the exact distribution function. */
  public GELU() {
    this(o -> o);
  }

  /** With options. */
  public GELU(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  @Override protected Tensor forward(Tensor input) { return F.gelu(input, options.approximate()); }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() { return "approximate='" + options.approximate().torchName() + "'"; }

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private GeluApproximation approximate = GeluApproximation.NONE;

    /** How the distribution function is computed; default {@link GeluApproximation#NONE}, exactly. */
    public Options approximate(GeluApproximation approximate) {
      return with(o -> o.approximate = approximate);
    }

    public GeluApproximation approximate() { return approximate; }
  }
}
