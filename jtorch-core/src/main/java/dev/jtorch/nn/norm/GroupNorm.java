package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Normalises each group of channels of each example: a choice for batches too small for {@link BatchNorm}.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}, with mean and (biased) variance over the group's channels and
 * all places. One group is a layer normalisation; as many groups as channels are an instance normalisation.
 *
 * <p>Shape: input {@code (N, C, *)}; the output has the input's.
 *
 * <p>Initial values: weight 1, bias 0.
 *
 * <p>Differs from PyTorch: nothing.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html">torch.nn.GroupNorm</a>
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He 2018</a>
 */
public class GroupNorm extends FluentLayer<GroupNorm> {
  private final long numGroups;
  private final long numChannels;
  private final Options options;
  /** Learnable scale, shape {@code (numChannels)}; null when built with {@code affine(false)}. */
  public @Nullable Parameter weight;
  /** Learnable shift, shape {@code (numChannels)}; null when built with {@code affine(false)}. */
  public @Nullable Parameter bias;

  /** One with scale and shift. */
  public GroupNorm(long numGroups, long numChannels) {
    this(numGroups, numChannels, o -> o);
  }

  /** A normalisation with another {@code eps}, which is added to the variance. */
  public GroupNorm(long numGroups, long numChannels, double eps) {
    this(numGroups, numChannels, o -> o.eps(eps));
  }

  /**
   * One with options.
   *
   * @throws TorchException if the groups do not divide the channels
   */
  public GroupNorm(long numGroups, long numChannels, UnaryOperator<Options> with) {
    Require.positive(ClassNames.of(getClass()), "numGroups", numGroups);
    Require.notNegative(ClassNames.of(getClass()), "numChannels", numChannels);
    if (numChannels % numGroups != 0) {
      throw new TorchException(
          "num_channels (" + numChannels + ") must be divisible by num_groups (" + numGroups + ")");
    }
    this.numGroups = numGroups;
    this.numChannels = numChannels;
    options = configured(new Options(), with);
    weight = options.affine() ? new Parameter(Torch.ones(numChannels)) : null;
    bias = options.affine() ? new Parameter(Torch.zeros(numChannels)) : null;
  }

  @Override public void resetParameters() {
    if (weight != null) Init.ones_(weight);
    if (bias != null) Init.zeros_(bias);
  }

  @Override protected Tensor forward(Tensor input) {
    return F.groupNorm(input, numGroups, weight, bias, options.eps());
  }

  /** {@return the number of groups that the channels are divided into} */
  public final long numGroups() {
    return numGroups;
  }

  /** {@return how many channels there are} */
  public final long numChannels() { return numChannels; }

  @Override protected String extraRepr() {
    return numGroups + ", " + numChannels + ", eps=" + PythonNumbers.repr(options.eps()) + ", affine="
        + PythonNumbers.bool(options.affine());
  }

  /** The settings of a group normalisation. */
  public static final class Options extends FluentOptions<Options> {
    private double eps = 1e-5;
    private boolean affine = true;

    /** Value added to the variance, so that no division is by zero; default 1e-5. */
    public Options eps(double eps) {
      return with(o -> o.eps = eps);
    }

    public double eps() { return eps; }

    /** Learns a scale and a shift; default true. */
    public Options affine(boolean affine) {
      return with(o -> o.affine = affine);
    }

    public boolean affine() { return affine; }
  }
}
