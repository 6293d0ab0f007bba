package dev.jtorch.nn.activation;

import dev.jtorch.FluentOptions;
import static dev.jtorch.internal.Arguments.configured;
import dev.jtorch.Tensor;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.GeluApproximation;
import java.util.function.UnaryOperator;

/**
 * Weighs each element by the normal distribution function.
 *
 * <p>Formula: {@code y = x · Φ(x)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html">torch.nn.GELU</a>
 */
public class GELU extends FluentLayer<GELU> {
  private Options options;

  /** The exact one. */
  public GELU() {
    this(o -> o);
  }

  /** One with options. */
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

    /** The way to the distribution function; default exact. */
    public Options approximate(GeluApproximation approximate) {
      return with(o -> o.approximate = approximate);
    }

    public GeluApproximation approximate() { return approximate; }
  }
}
