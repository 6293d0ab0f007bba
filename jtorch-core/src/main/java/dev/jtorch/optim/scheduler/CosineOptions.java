package dev.jtorch.optim.scheduler;

import dev.jtorch.FluentOptions;

/** Options of {@link CosineAnnealingLR}. */
public final class CosineOptions extends FluentOptions<CosineOptions> {
  private double etaMin = 0;
  private int lastEpoch = -1;

  /** The lowest rate; default 0. */
  public CosineOptions etaMin(double etaMin) { return with(o -> o.etaMin = etaMin); }

  public double etaMin() { return etaMin; }

  /** The last epoch of the training that is resumed; default -1, for a new training. */
  public CosineOptions lastEpoch(int lastEpoch) {
    return with(o -> o.lastEpoch = lastEpoch);
  }

  public int lastEpoch() { return lastEpoch; }
}
