package dev.jtorch.nn.pooling;

/** What the adaptive average poolings share: they take the mean of each window. */
public abstract class AdaptiveAvgPoolNd extends AdaptivePoolNd {
  AdaptiveAvgPoolNd(long... outputSize) {
    super(outputSize);
  }
}
