package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Layer;
import java.util.function.UnaryOperator;

/** What {@link ELU} and {@link CELU} share: the bound of their negative side. */
public abstract class ExponentialUnit extends Layer {
  private Options options;

  ExponentialUnit(UnaryOperator<Options> with) {
    options = configured(Options.DEFAULT, with);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    return "alpha=" + PythonNumbers.repr(options.alpha()) + (options.inplace() ? ", inplace=True" : "");
  }

  /**
   * How it computes.
   *
   * @param alpha minus the bound on the negative side; 1 at first
   * @param inplace overwrites the input; false at first
   */
  public record Options(double alpha, boolean inplace) {
    static final Options DEFAULT = new Options(1, false);

    /** {@return these options with another bound} */
    public Options alpha(double bound) {
      return new Options(bound, inplace);
    }

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) { return new Options(alpha, on); }
  }
}
