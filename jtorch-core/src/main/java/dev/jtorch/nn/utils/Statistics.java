package dev.jtorch.nn.utils;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.ModuleException;
import dev.jtorch.nn.norm.BatchNorm;
import org.jspecify.annotations.Nullable;

/**
 * What a batch normalisation does in evaluation, where it is a factor and a shift for each channel.
 *
 * @param mean the running mean
 * @param var the running variance
 * @param eps what is added to the variance
 * @param weight the learned scale; null is 1
 * @param bias the learned shift; null is 0
 */
public record Statistics(Tensor mean, Tensor var, double eps, @Nullable Tensor weight, @Nullable Tensor bias) {
  /**
   * {@return what a normalisation has}
   *
   * @throws ModuleException if it has no running statistics
   */
  public static Statistics of(BatchNorm<?> bn) {
    Tensor mean = bn.runningMean;
    Tensor var = bn.runningVar;
    if (mean == null || var == null) {
      throw new ModuleException(bn.typeName() + ": runningMean or runningVar is null (expected: running statistics);"
          + " without them evaluation depends on the batch");
    }
    return new Statistics(mean, var, bn.options().eps(), bn.weight, bn.bias);
  }

  /** What each channel is multiplied by. */
  Tensor factor() {
    Tensor narrowing = var.add(eps).rsqrt();
    return weight == null ? narrowing : weight.mul(narrowing);
  }

  /** The shift that comes of another one, which stood before the normalisation. */
  Tensor shift(@Nullable Tensor before) {
    Tensor scaled = (before == null ? Torch.zerosLike(mean) : before).sub(mean).mul(factor());
    return bias == null ? scaled : scaled.add(bias);
  }
}
