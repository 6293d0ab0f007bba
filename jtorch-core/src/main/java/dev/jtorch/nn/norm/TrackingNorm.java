package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.DType;
import dev.jtorch.FluentOptions;
import dev.jtorch.Torch;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.FluentLayer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.init.Init;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BatchNorm} and {@link InstanceNorm} share: a scale and a shift for each channel, and running statistics.
 *
 * <p>Initial values: weight 1, bias 0, running mean 0, running variance 1.
 */
public abstract class TrackingNorm<S extends TrackingNorm<S>> extends FluentLayer<S> {
  /** The version of the state since which it has {@code num_batches_tracked}. */
  private static final long COUNTS_BATCHES = 2;

  private final long numFeatures;
  private Options options;
  /** Learnable scale, shape {@code (numFeatures)}; null where there is none. */
  public @Nullable Parameter weight;
  /** Learnable shift, shape {@code (numFeatures)}; null where there is none. */
  public @Nullable Parameter bias;
  /** Running mean, shape {@code (numFeatures)}; null where there is none. */
  public @Nullable Buffer runningMean;
  /** Running unbiased variance, shape {@code (numFeatures)}; null where there is none. */
  public @Nullable Buffer runningVar;
  /** How many batches the running statistics have seen, int64; null where there is none. */
  public @Nullable Buffer numBatchesTracked;

  TrackingNorm(long numFeatures, Options options) {
    Require.notNegative(ClassNames.of(getClass()), "numFeatures", numFeatures);
    this.numFeatures = numFeatures;
    this.options = options;
    if (options.affine()) {
      weight = new Parameter(Torch.empty(numFeatures));
      bias = new Parameter(Torch.empty(numFeatures));
    }
    if (options.trackRunningStats()) {
      runningMean = new Buffer(Torch.empty(numFeatures));
      runningVar = new Buffer(Torch.empty(numFeatures));
      numBatchesTracked = new Buffer(Torch.scalar(0, o -> o.dtype(DType.INT64)));
    }
    restart();
  }

  /** Forgets the running statistics: mean 0, variance 1, no batches. */
  public void resetRunningStats() { forget(); }

  /** Sets parameters and running statistics to their initial values; they stay the same objects. */
  @Override public void resetParameters() {
    restart();
  }

  private void restart() {
    forget();
    if (weight != null) Init.ones_(weight);
    if (bias != null) Init.zeros_(bias);
  }

  private void forget() {
    if (runningMean != null) Init.zeros_(runningMean);
    if (runningVar != null) Init.ones_(runningVar);
    if (numBatchesTracked != null) Init.zeros_(numBatchesTracked);
  }

  @Override protected long stateVersion() {
    return COUNTS_BATCHES;
  }

  /** States from before PyTorch 0.4.1, and those that do not say their version, need not count batches. */
  @Override protected boolean mayBeMissing(String key, long version) {
    return version < COUNTS_BATCHES && key.equals("num_batches_tracked");
  }

  /** {@return the number of channels} */
  public final long numFeatures() { return numFeatures; }

  /** {@return the layer's settings} */
  public final Options options() { return options; }

  /** Changes the settings of the living layer, which keeps its state; {@code bn.options(o -> o.momentum(0.03))}. */
  public final void options(UnaryOperator<Options> with) {
    options = configured(options, with);
  }

  @Override protected String extraRepr() {
    Double momentum = options.momentum();
    return numFeatures + ", eps=" + PythonNumbers.repr(options.eps()) + ", momentum="
        + (momentum == null ? "None" : PythonNumbers.repr(momentum)) + ", affine="
        + PythonNumbers.bool(options.affine())
        + ", track_running_stats=" + PythonNumbers.bool(options.trackRunningStats());
  }

  /** The settings of a normalisation. */
  public static final class Options extends FluentOptions<Options> {
    private double eps = 1e-5;
    private @Nullable Double momentum = 0.1;
    private boolean affine = true;
    private boolean trackRunningStats = true;

    /** Value added to the variance, so that no division is by zero; default 1e-5. */
    public Options eps(double eps) {
      return with(o -> o.eps = eps);
    }

    public double eps() { return eps; }

    /** Weight of a batch in the running statistics; default 0.1. See also {@link #cumulativeAverage}. */
    public Options momentum(double momentum) {
      return with(o -> o.momentum = momentum);
    }

    public @Nullable Double momentum() { return momentum; }

    /** Makes the running statistics plain means over all batches: Python's {@code momentum=None}; not the default. */
    public Options cumulativeAverage() {
      return with(o -> o.momentum = null);
    }

    /** Whether there are a learnable scale and shift; default true for batches, false for instances. */
    public Options affine(boolean affine) {
      return with(o -> o.affine = affine);
    }

    public boolean affine() { return affine; }

    /**
     * Whether running statistics are kept; without them, evaluation uses the input's own. Default true for batches, false for
     * instances.
     */
    public Options trackRunningStats(boolean trackRunningStats) {
      return with(o -> o.trackRunningStats = trackRunningStats);
    }

    public boolean trackRunningStats() { return trackRunningStats; }

    double momentumOrZero() { return momentum == null ? 0 : momentum; }
  }
}
