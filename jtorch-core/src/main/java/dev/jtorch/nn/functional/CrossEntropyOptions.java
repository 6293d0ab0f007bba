package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Options of cross entropy. */
public final class CrossEntropyOptions extends FluentOptions<CrossEntropyOptions> {
  private @Nullable Tensor weight;
  private long ignoreIndex = -100;
  private Reduction reduction = Reduction.MEAN;
  private double labelSmoothing = 0;

  /** The weight of each class; default none. */
  public CrossEntropyOptions weight(@Nullable Tensor weight) {
    return with(o -> o.weight = weight);
  }

  public @Nullable Tensor weight() { return weight; }

  /** Class number of the targets that are ignored; default -100. */
  public CrossEntropyOptions ignoreIndex(long ignoreIndex) {
    return with(o -> o.ignoreIndex = ignoreIndex);
  }

  public long ignoreIndex() { return ignoreIndex; }

  /** How the losses are reduced; default {@link Reduction#MEAN}. */
  public CrossEntropyOptions reduction(Reduction reduction) {
    return with(o -> o.reduction = reduction);
  }

  public Reduction reduction() { return reduction; }

  /** The share of the target that is spread evenly over all classes; default 0. */
  public CrossEntropyOptions labelSmoothing(double labelSmoothing) {
    return with(o -> o.labelSmoothing = labelSmoothing);
  }

  public double labelSmoothing() { return labelSmoothing; }
}
