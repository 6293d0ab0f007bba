package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Holds each element between two bounds.
 *
 * <p>Formula: {@code y = min(max(minVal, x), maxVal)}
 *
 * <p>Shape: any; the output has the input's.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html">torch.nn.Hardtanh</a>
 */
public class Hardtanh extends Layer {
  private Options options;

  /** Bounds -1 and 1. */
  public Hardtanh() {
    this(o -> o);
  }

  /** Other bounds. */
  public Hardtanh(double minVal, double maxVal) {
    this(o -> o.minVal(minVal).maxVal(maxVal));
  }

  /**
   * One with options.
   *
   * @throws TorchException if maxVal is not above minVal
   */
  public Hardtanh(UnaryOperator<Options> with) {
    options = checked(configured(Options.DEFAULT, with));
  }

  private Options checked(Options given) {
    if (given.maxVal() > given.minVal()) return given;
    throw new TorchException(ClassNames.of(getClass()) + ": maxVal is " + PythonNumbers.repr(given.maxVal())
        + " (expected: more than minVal " + PythonNumbers.repr(given.minVal()) + ")");
  }

  @Override protected Tensor forward(Tensor input) {
    double min = options.minVal();
    double max = options.maxVal();
    return options.inplace() ? F.hardtanh_(input, min, max) : F.hardtanh(input, min, max);
  }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the layer's settings. */
  public final void options(UnaryOperator<Options> with) {
    options = checked(configured(options, with));
  }

  @Override protected String extraRepr() {
    return "min_val=" + PythonNumbers.repr(options.minVal()) + ", max_val=" + PythonNumbers.repr(options.maxVal())
        + (options.inplace() ? ", inplace=True" : "");
  }

  /**
   * How it computes.
   *
   * @param minVal the lower bound; -1 at first
   * @param maxVal the upper bound; 1 at first
   * @param inplace overwrites the input; false at first
   */
  public record Options(double minVal, double maxVal, boolean inplace) {
    static final Options DEFAULT = new Options(-1, 1, false);

    /** {@return these options with another lower bound} */
    public Options minVal(double bound) {
      return new Options(bound, maxVal, inplace);
    }

    /** {@return these options with another upper bound} */
    public Options maxVal(double bound) {
      return new Options(minVal, bound, inplace);
    }

    /** {@return these options, in place or not} */
    public Options inplace(boolean on) {
      return new Options(minVal, maxVal, on);
    }
  }
}
