package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Tensor;
import dev.jtorch.nn.Buffer;
import dev.jtorch.nn.functional.BatchNormOptions;
import dev.jtorch.nn.functional.F;
import java.util.function.UnaryOperator;

/**
 * A batch normalisation: it normalises each channel over all examples and positions. What BatchNorm1d, BatchNorm2d and
 * BatchNorm3d share.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}. In training, mean and (biased) variance are the
 * batch's, and the running statistics become {@code (1 - momentum) · running + momentum · batch}, with the unbiased
 * variance; evaluation uses the running statistics.
 *
 * <p>Initial values: weight 1, bias 0, running mean 0, running variance 1.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>
 */
public abstract class BatchNorm<S extends BatchNorm<S>> extends TrackingNorm<S> {
  BatchNorm(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, configured(new Options(), with));
  }

  /**
   * Refuses inputs of the wrong number of dimensions.
   *
   * @throws dev.jtorch.ShapeException if the input is one
   */
  protected abstract void checkInputDim(Tensor input);

  @Override protected Tensor forward(Tensor input) {
    checkInputDim(input);
    Options options = options();
    boolean track = training() && options.trackRunningStats();
    double momentum = track ? countBatch() : options.momentumOrZero();
    boolean ownStatistics = training() || (runningMean == null && runningVar == null);
    boolean useRunning = !training() || options.trackRunningStats();
    return F.batchNorm(input, useRunning ? runningMean : null, useRunning ? runningVar : null,
        new BatchNormOptions().weight(weight).bias(bias).training(ownStatistics).momentum(momentum).eps(options.eps()));
  }

  /** Counts the batch and returns its share in the running statistics. */
  private double countBatch() {
    Buffer count = numBatchesTracked;
    if (count == null) return options().momentumOrZero();
    count.add_(1);
    Double momentum = options().momentum();
    return momentum != null ? momentum : 1.0 / count.itemLong();
  }
}
