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
 * Normalises each group of channels of each example; it works with batches that are too small for {@link BatchNorm}.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}, with mean and (biased) variance over the channels
 * of the group and all positions. One group gives a layer normalisation, as many groups as channels an instance
 * normalisation.
 *
 * <p>Shape: input {@code (N, C, *)}; the output has the same shape.
 *
 * <p>Initial values: weight 1, bias 0.
 *
 * <pre>{@code
 * var norm = new GroupNorm(3, 6); // 3 groups of 2 channels
 * Tensor y = norm.call(Torch.randn(20, 6, 10, 10)); // (20, 6, 10, 10)
 * }</pre>
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

  /**
   * A group normalisation with scale, shift and eps 1e-5.
   *
   * @throws TorchException if {@code numGroups} is not positive, or {@code numChannels} is negative or not
   *     divisible by it
   */
  public GroupNorm(long numGroups, long numChannels) {
    this(numGroups, numChannels, o -> o);
  }

  /**
   * A group normalisation with scale, shift and this {@code eps}.
   *
   * @throws TorchException if {@code numGroups} is not positive, or {@code numChannels} is negative or not
   *     divisible by it
   */
  public GroupNorm(long numGroups, long numChannels, double eps) {
    this(numGroups, numChannels, o -> o.eps(eps));
  }

  /**
   * A group normalisation with options.
   *
   * @throws TorchException if {@code numGroups} is not positive, or {@code numChannels} is negative or not
   *     divisible by it
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

  /** {@return the number of channels} */
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

    /** Whether there are a learnable scale and shift; default true. */
    public Options affine(boolean affine) {
      return with(o -> o.affine = affine);
    }

    public boolean affine() { return affine; }
  }
}
