package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * How cross entropy counts.
 *
 * @param weight the weight of each class; none at first
 * @param ignoreIndex the class number of examples that do not count; -100 at first
 * @param reduction mean at first
 * @param labelSmoothing the share of the target that is spread evenly over all classes; 0 at first
 */
public record CrossEntropyOptions(@Nullable Tensor weight, long ignoreIndex, Reduction reduction,
    double labelSmoothing) {
  /** PyTorch's defaults. */
  public static final CrossEntropyOptions DEFAULT = new CrossEntropyOptions(null, -100, Reduction.MEAN, 0);

  public CrossEntropyOptions weight(@Nullable Tensor ofClasses) {
    return new CrossEntropyOptions(ofClasses, ignoreIndex, reduction, labelSmoothing);
  }

  public CrossEntropyOptions ignoreIndex(long classNumber) {
    return new CrossEntropyOptions(weight, classNumber, reduction, labelSmoothing);
  }

  public CrossEntropyOptions reduction(Reduction how) {
    return new CrossEntropyOptions(weight, ignoreIndex, how, labelSmoothing);
  }

  public CrossEntropyOptions labelSmoothing(double share) {
    return new CrossEntropyOptions(weight, ignoreIndex, reduction, share);
  }
}
