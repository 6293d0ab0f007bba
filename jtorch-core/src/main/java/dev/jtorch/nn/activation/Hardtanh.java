package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * Clamps each element between two bounds.
 *
 * <p>Formula: {@code y = min(max(minVal, x), maxVal)}
 *
 * <p>Shape: any; the output has the same shape.
 *
 * <pre>{@code
 * var hardtanh = new Hardtanh(-2, 2);
 * Tensor y = hardtanh.call(Torch.tensor(-2.0, -0.5, 0.0, 3.0)); // tensor([-2.0000, -0.5000,  0.0000,  2.0000])
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html">torch.nn.Hardtanh</a>
 */
public class Hardtanh extends FluentLayer<Hardtanh> {
  private Options options;

  /** With the bounds -1 and 1. */
  public Hardtanh() {
    this(o -> o);
  }

  /**
   * With these bounds.
   *
   * @throws TorchException if maxVal is not above minVal
   */
  public Hardtanh(double minVal, double maxVal) {
    this(o -> o.minVal(minVal).maxVal(maxVal));
  }

  /**
   * With options.
   *
   * @throws TorchException if maxVal is not above minVal
   */
  public Hardtanh(UnaryOperator<Options> with) {
    options = checked(configured(new Options(), with));
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

  /** How it computes. */
  public static final class Options extends FluentOptions<Options> {
    private double minVal = -1;
    private double maxVal = 1;
    private boolean inplace = false;

    /** The lower bound; default -1. */
    public Options minVal(double minVal) { return with(o -> o.minVal = minVal); }

    public double minVal() { return minVal; }

    /** The upper bound; default 1. */
    public Options maxVal(double maxVal) { return with(o -> o.maxVal = maxVal); }

    public double maxVal() { return maxVal; }

    /** Whether the input is overwritten; default false. */
    public Options inplace(boolean inplace) {
      return with(o -> o.inplace = inplace);
    }

    public boolean inplace() { return inplace; }
  }
}
