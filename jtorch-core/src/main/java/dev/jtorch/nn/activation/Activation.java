package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.nn.FluentLayer;
import java.util.function.UnaryOperator;

/** What the nonlinearities share that have one setting only: whether they overwrite their input. */
public abstract class Activation<S extends Activation<S>> extends FluentLayer<S> {
  private Options options;

  Activation(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() { return options.inplace() ? "inplace=True" : ""; }

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private boolean inplace = false;

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
