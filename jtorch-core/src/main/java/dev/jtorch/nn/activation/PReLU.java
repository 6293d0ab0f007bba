package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;

/**
 * Multiplies negative elements by a learned slope, one for all or one for each channel.
 *
 * <p>Formula: {@code y = max(0, x) + weight · min(0, x)}
 *
 * <p>Shape: any, with the channels in the second dimension where each has its slope; the output has the same shape.
 *
 * <p>Initial values: weight 0.25.
 *
 * <pre>{@code
 * var prelu = new PReLU(3); // a slope for each of 3 channels
 * Tensor y = prelu.call(Torch.randn(2, 3, 8)); // (2, 3, 8)
 * }</pre>
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html">torch.nn.PReLU</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>
 */
public class PReLU extends FluentLayer<PReLU> {
  private final Options options;
  /** Learnable slopes, shape {@code (1)} or {@code (channels)}. */
  public Parameter weight;

  /** With one slope for all elements, which starts at 0.25. */
  public PReLU() {
    this(o -> o);
  }

  /**
   * With {@code numParameters} slopes, one or one for each channel, that start at {@code init}.
   *
   * @throws dev.jtorch.TorchException if the number of slopes is negative
   */
  public PReLU(long numParameters, double init) {
    this(o -> o.numParameters(numParameters).init(init));
  }

  /**
   * With {@code numParameters} slopes, one or one for each channel, that start at 0.25.
   *
   * @throws dev.jtorch.TorchException if the number of slopes is negative
   */
  public PReLU(long numParameters) {
    this(o -> o.numParameters(numParameters));
  }

  /**
   * With options.
   *
   * @throws dev.jtorch.TorchException if the number of slopes is negative
   */
  public PReLU(UnaryOperator<Options> with) {
    options = configured(new Options(), with);
    Require.notNegative(ClassNames.of(getClass()), "numParameters", options.numParameters());
    weight = new Parameter(Torch.empty(options.numParameters()));
    Init.constant_(weight, options.init());
  }

  @Override public void resetParameters() {
    Init.constant_(weight, options.init());
  }

  @Override protected Tensor forward(Tensor input) { return F.prelu(input, weight); }

  @Override protected String extraRepr() { return "num_parameters=" + options.numParameters(); }

  /** How many slopes there are. */
  public static final class Options extends FluentOptions<Options> {
    private long numParameters = 1;
    private double init = 0.25;

    /** Number of slopes: 1, or one for each channel; default 1. */
    public Options numParameters(long numParameters) {
      return with(o -> o.numParameters = numParameters);
    }

    public long numParameters() { return numParameters; }

    /** Initial value of the slopes; default 0.25. */
    public Options init(double init) {
      return with(o -> o.init = init);
    }

    public double init() { return init; }
  }
}
