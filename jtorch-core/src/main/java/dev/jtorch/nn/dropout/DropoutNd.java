package dev.jtorch.nn.dropout;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import java.util.function.UnaryOperator;

/**
 * A dropout: it drops something with probability p in training. In evaluation the output is the input.
 *
 * <p>Shape: any; the output has the same shape.
 */
public abstract class DropoutNd<S extends DropoutNd<S>> extends FluentLayer<S> {
  private Options options;

  DropoutNd(UnaryOperator<Options> with) {
    options = checked(configured(new Options(), with));
  }

  private Options checked(Options given) {
    if (given.p() >= 0 && given.p() <= 1) return given;
    throw new TorchException(ClassNames.of(getClass()) + ": p is " + PythonNumbers.repr(given.p())
        + " (expected: between 0 and 1)");
  }

  /** {@return an input with something dropped from it with probability p, in training} */
  abstract Tensor drop(Tensor input, double p);

  /** Drops something from the input itself, in training. */
  abstract Tensor drop_(Tensor input, double p);

  @Override protected Tensor forward(Tensor input) {
    return options.inplace() ? drop_(input, options.p()) : drop(input, options.p());
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = checked(configured(options, with));
  }

  @Override protected String extraRepr() {
    return "p=" + PythonNumbers.repr(options.p()) + ", inplace=" + PythonNumbers.bool(options.inplace());
  }

  /** The options of a dropout. */
  public static final class Options extends FluentOptions<Options> {
    private double p = 0.5;
    private boolean inplace = false;

    /** Probability of being dropped; default 0.5. */
    public Options p(double p) { return with(o -> o.p = p); }

    public double p() { return p; }

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
