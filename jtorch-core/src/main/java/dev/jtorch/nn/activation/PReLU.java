package dev.jtorch.nn.activation;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;

/**
 * Shrinks what is negative by a learned slope, one for all or one for each channel.
 *
 * <p>Formula: {@code y = max(0, x) + weight · min(0, x)}
 *
 * <p>Shape: any, channels second where there is a slope for each; the output has the input's.
 *
 * <p>Initial values: weight 0.25.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html">torch.nn.PReLU</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>
 */
public class PReLU extends Layer {
  private final Options options;
  /** Learnable slopes, shape {@code (1)} or {@code (channels)}. */
  public Parameter weight;

  /** One slope for all, 0.25 at first. */
  public PReLU() {
    this(o -> o);
  }

  /** So many slopes, 0.25 at first: one, or one for each channel. */
  public PReLU(long numParameters) {
    this(o -> o.numParameters(numParameters));
  }

  /**
   * One with options.
   *
   * @throws dev.jtorch.TorchException if the number of slopes is negative
   */
  public PReLU(UnaryOperator<Options> with) {
    options = configured(Options.DEFAULT, with);
    Require.notNegative(ClassNames.of(getClass()), "numParameters", options.numParameters());
    weight = new Parameter(Torch.empty(options.numParameters()));
    Init.constant_(weight, options.init());
  }

  @Override public void resetParameters() {
    Init.constant_(weight, options.init());
  }

  @Override protected Tensor forward(Tensor input) { return F.prelu(input, weight); }

  @Override protected String extraRepr() { return "num_parameters=" + options.numParameters(); }

  /**
   * How many slopes there are.
   *
   * @param numParameters one slope for all, or one for each channel; 1 at first
   * @param init the slopes' first value; 0.25 at first
   */
  public record Options(long numParameters, double init) {
    static final Options DEFAULT = new Options(1, 0.25);

    /** {@return these options with so many slopes} */
    public Options numParameters(long count) {
      return new Options(count, init);
    }

    /** {@return these options with another first value} */
    public Options init(double slope) {
      return new Options(numParameters, slope);
    }
  }
}
