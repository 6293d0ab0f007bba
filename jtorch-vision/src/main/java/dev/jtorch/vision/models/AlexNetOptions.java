package dev.jtorch.vision.models;

import dev.jtorch.FluentOptions;

/** How an {@link AlexNet} is built. */
public final class AlexNetOptions extends FluentOptions<AlexNetOptions> {
  private long numClasses = 1000;
  private double dropout = 0.5;

  /** Number of classes, which is the number of logits; default 1000. */
  public AlexNetOptions numClasses(long numClasses) {
    return with(o -> o.numClasses = numClasses);
  }

  public long numClasses() { return numClasses; }

  /** The chance of a zero before the first two linear layers; default 0.5. */
  public AlexNetOptions dropout(double dropout) {
    return with(o -> o.dropout = dropout);
  }

  public double dropout() { return dropout; }
}
