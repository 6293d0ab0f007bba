package dev.jtorch.nn.norm;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.nn.check.Require;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.functional.InstanceNormOptions;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;

/**
 * An instance normalisation: it normalises each channel of each example over its positions. What InstanceNorm1d,
 * InstanceNorm2d and InstanceNorm3d share.
 *
 * <p>Formula: {@code y = (x - mean) / √(var + eps) · weight + bias}, with the example's own mean and (biased) variance.
 * Evaluation uses the running statistics, if there are any.
 *
 * <p>Initial values: weight 1, bias 0, running mean 0, running variance 1; by default there are none of these.
 *
 * @see <a href="https://arxiv.org/abs/1607.08022">Ulyanov et al. 2016</a>
 */
public abstract class InstanceNorm<S extends InstanceNorm<S>> extends TrackingNorm<S> {

  InstanceNorm(long numFeatures, UnaryOperator<Options> with) {
    super(numFeatures, configured(new Options().affine(false).trackRunningStats(false), with));
  }

  /** {@return the number of dimensions of one example} */
  abstract int exampleDims();

  /** {@return the shape of a batch, in words} */
  abstract String meant();

  @Override protected Tensor forward(Tensor input) {
    int dims = exampleDims();
    Require.rank(input, meant(), dims, dims + 1);
    boolean batched = input.dim() > dims;
    checkChannels(input, batched ? 1 : 0);
    return batched ? normalized(input) : normalized(input.unsqueeze(0)).squeeze(0);
  }

  private void checkChannels(Tensor input, int dim) {
    long channels = input.size(dim);
    if (channels == numFeatures()) return;
    if (options().affine()) {
      throw new ShapeException("expected input's size at dim=" + dim + " to match num_features (" + numFeatures()
          + "), but got: " + channels + ".");
    }
    System.getLogger(InstanceNorm.class.getName()).log(Level.WARNING, "input's size at dim=" + dim
        + " does not match num_features. You can silence this warning by giving the right number, which is not used because"
        + " affine=False");
  }

  private Tensor normalized(Tensor batch) {
    Options options = options();
    return F.instanceNorm(batch, runningMean, runningVar, new InstanceNormOptions().weight(weight)
        .bias(bias).useInputStats(training() || !options.trackRunningStats()).momentum(options.momentumOrZero())
        .eps(options.eps()));
  }
}
