package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.nn.Layer;
import java.util.function.UnaryOperator;

/** What the nonlinearities share that have one setting only: whether they overwrite their input. */
public abstract class Activation extends Layer {
  private Options options;

  Activation(UnaryOperator<Options> with) {
    options = configured(Options.DEFAULT, with);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() { return options.inplace() ? "inplace=True" : ""; }

  /**
   * How it computes.
   *
   * @param inplace overwrites the input; false at first
   */
  public record Options(boolean inplace) {
    static final Options DEFAULT = new Options(false);

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) { return new Options(on); }
  }
}
