package dev.jtorch.nn.pooling;

/** What the adaptive average poolings share: they take the mean of each window. */
public abstract class AdaptiveAvgPoolNd<S extends AdaptiveAvgPoolNd<S>> extends AdaptivePoolNd<S> {
  AdaptiveAvgPoolNd(long... outputSize) {
    super(outputSize);
  }
}
