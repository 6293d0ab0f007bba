package dev.jtorch.optim.scheduler;

import dev.jtorch.FluentOptions;

/** Options of {@link StepLR} and {@link MultiStepLR}. */
public final class DecayOptions extends FluentOptions<DecayOptions> {
  private double gamma = 0.1;
  private int lastEpoch = -1;

  /** Factor of the rates; default 0.1. */
  public DecayOptions gamma(double gamma) {
    return with(o -> o.gamma = gamma);
  }

  public double gamma() { return gamma; }

  /** The last epoch of the training that is resumed; default -1, for a new training. */
  public DecayOptions lastEpoch(int lastEpoch) {
    return with(o -> o.lastEpoch = lastEpoch);
  }

  public int lastEpoch() { return lastEpoch; }
}
