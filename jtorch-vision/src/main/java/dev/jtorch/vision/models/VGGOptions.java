package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;

/** How a {@link VGG} is built. */
public final class VGGOptions extends FluentOptions<VGGOptions> {
  private long numClasses = 1000;
  private boolean initWeights = true;
  private double dropout = 0.5;

  /** Number of classes, which is the number of logits; default 1000. */
  public VGGOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** Draws initial values of its own, where the layers' would do if weights are loaded; default true. */
  public VGGOptions initWeights(boolean initWeights) {
    return with(o -> o.initWeights = initWeights);
  }

  public boolean initWeights() { return initWeights; }

  /** The chance of a zero before the last two linear layers; default 0.5. */
  public VGGOptions dropout(double dropout) {
    return with(o -> o.dropout = dropout);
  }

  public double dropout() { return dropout; }
}
