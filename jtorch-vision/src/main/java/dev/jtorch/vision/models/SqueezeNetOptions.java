package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;

/** How a {@link SqueezeNet} is built. */
public final class SqueezeNetOptions extends FluentOptions<SqueezeNetOptions> {
  private long numClasses = 1000;
  private double dropout = 0.5;

  /** Number of classes, which is the number of logits; default 1000. */
  public SqueezeNetOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** The chance of a zero before the last convolution; default 0.5. */
  public SqueezeNetOptions dropout(double dropout) {
    return with(o -> o.dropout = dropout);
  }

  public double dropout() { return dropout; }
}
