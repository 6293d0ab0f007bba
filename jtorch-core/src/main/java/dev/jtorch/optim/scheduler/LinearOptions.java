package dev.jtorch.optim.scheduler;

import dev.jtorch.FluentOptions;

/** Options of {@link LinearLR}. */
public final class LinearOptions extends FluentOptions<LinearOptions> {
  private double startFactor = 1.0 / 3;
  private double endFactor = 1;
  private int totalIters = 5;
  private int lastEpoch = -1;

  /** Factor of the rates in the first epoch; default 1/3. */
  public LinearOptions startFactor(double startFactor) {
    return with(o -> o.startFactor = startFactor);
  }

  public double startFactor() { return startFactor; }

  /** Factor of the rates at the end; default 1. */
  public LinearOptions endFactor(double endFactor) {
    return with(o -> o.endFactor = endFactor);
  }

  public double endFactor() { return endFactor; }

  /** Number of epochs until {@code endFactor} is reached; default 5. */
  public LinearOptions totalIters(int totalIters) {
    return with(o -> o.totalIters = totalIters);
  }

  public int totalIters() { return totalIters; }

  /** The last epoch of the training that is resumed; default -1, for a new training. */
  public LinearOptions lastEpoch(int lastEpoch) {
    return with(o -> o.lastEpoch = lastEpoch);
  }

  public int lastEpoch() { return lastEpoch; }
}
