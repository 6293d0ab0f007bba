package dev.jtorch.nn.pooling;

import dev.jtorch.Tensor;
import dev.jtorch.nn.functional.MaxPoolResult;

/** What the adaptive max poolings share: they take the maximum of each window. */
public abstract class AdaptiveMaxPoolNd<S extends AdaptiveMaxPoolNd<S>> extends AdaptivePoolNd<S> {
  AdaptiveMaxPoolNd(long... outputSize) {
    super(outputSize);
  }

  /** {@return the maxima and where they stand} Hooks do not run. */
  public abstract MaxPoolResult withIndices(Tensor input);
}
