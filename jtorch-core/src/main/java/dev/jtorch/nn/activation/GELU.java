package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Layer;
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
public class GELU extends Layer {
  private Options options;

  /** The exact one. */
  public GELU() {
    this(o -> o);
  }

  /** One with options. */
  public GELU(UnaryOperator<Options> with) {
    options = configured(Options.DEFAULT, with);
  }

  @Override protected Tensor forward(Tensor input) { return F.gelu(input, options.approximate()); }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() { return "approximate='" + options.approximate().torchName() + "'"; }

  /**
   * How it computes.
   *
   * @param approximate the way to the distribution function; exact at first
   */
  public record Options(GeluApproximation approximate) {
    static final Options DEFAULT = new Options(GeluApproximation.NONE);

    /** {@return these options with another way to the distribution function} */
    public Options approximate(GeluApproximation how) {
      return new Options(how);
    }
  }
}
