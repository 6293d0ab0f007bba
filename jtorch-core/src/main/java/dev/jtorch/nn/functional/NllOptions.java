package dev.jtorch.nn.functional;

import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * How the negative log likelihood counts.
 *
 * @param weight the weight of each class; none at first
 * @param ignoreIndex the class number of examples that do not count; -100 at first
 * @param reduction mean at first
 */
public record NllOptions(@Nullable Tensor weight, long ignoreIndex, Reduction reduction) {
  /** PyTorch's defaults. */
  public static final NllOptions DEFAULT = new NllOptions(null, -100, Reduction.MEAN);

  /** {@return these options with a weight for each class} */
  public NllOptions weight(@Nullable Tensor ofClasses) {
    return new NllOptions(ofClasses, ignoreIndex, reduction);
  }

  /** {@return these options with another class number that does not count} */
  public NllOptions ignoreIndex(long classNumber) {
    return new NllOptions(weight, classNumber, reduction);
  }

  /** {@return these options with another reduction} */
  public NllOptions reduction(Reduction how) {
    return new NllOptions(weight, ignoreIndex, how);
  }
}
