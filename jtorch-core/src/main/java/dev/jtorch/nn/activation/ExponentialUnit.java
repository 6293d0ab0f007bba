package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import java.util.function.UnaryOperator;

/** What {@link ELU} and {@link CELU} share: the bound of their negative side. */
public abstract class ExponentialUnit<S extends ExponentialUnit<S>> extends FluentLayer<S> {
  private Options options;

  ExponentialUnit(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
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

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private double alpha = 1;
    private boolean inplace = false;

    /** Minus the bound on the negative side; default 1. */
    public Options alpha(double alpha) {
      return with(o -> o.alpha = alpha);
    }

    public double alpha() { return alpha; }

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
