package dev.jtorch.nn.functional;

import dev.jtorch.FluentOptions;
import dev.jtorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Options of the negative log likelihood. */
public final class NllOptions extends FluentOptions<NllOptions> {
  private @Nullable Tensor weight;
  private long ignoreIndex = -100;
  private Reduction reduction = Reduction.MEAN;

  /** The weight of each class; default none. */
  public NllOptions weight(@Nullable Tensor weight) {
    return with(o -> o.weight = weight);
  }

  public @Nullable Tensor weight() { return weight; }

  /** Class number of the targets that are ignored; default -100. */
  public NllOptions ignoreIndex(long ignoreIndex) {
    return with(o -> o.ignoreIndex = ignoreIndex);
  }

  public long ignoreIndex() { return ignoreIndex; }

  /** How the losses are reduced; default {@link Reduction#MEAN}. */
  public NllOptions reduction(Reduction reduction) {
    return with(o -> o.reduction = reduction);
  }

  public Reduction reduction() { return reduction; }
}
