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

  /** {@return these options with a weight for each class} */
  public CrossEntropyOptions weight(@Nullable Tensor ofClasses) {
    return new CrossEntropyOptions(ofClasses, ignoreIndex, reduction, labelSmoothing);
  }

  /** {@return these options with another class number that does not count} */
  public CrossEntropyOptions ignoreIndex(long classNumber) {
    return new CrossEntropyOptions(weight, classNumber, reduction, labelSmoothing);
  }

  /** {@return these options with another reduction} */
  public CrossEntropyOptions reduction(Reduction how) {
    return new CrossEntropyOptions(weight, ignoreIndex, how, labelSmoothing);
  }

  /** {@return these options with a share of the target spread over all classes} */
  public CrossEntropyOptions labelSmoothing(double share) {
    return new CrossEntropyOptions(weight, ignoreIndex, reduction, share);
  }
}
