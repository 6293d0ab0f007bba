package dev.jtorch.optim.scheduler;

import dev.jtorch.FluentOptions;

/** Options of schedulers that have no others. */
public final class ResumeOptions extends FluentOptions<ResumeOptions> {
  private int lastEpoch = -1;

  /** The last epoch of the training that is resumed; default -1, for a new training. */
  public ResumeOptions lastEpoch(int lastEpoch) {
    return with(o -> o.lastEpoch = lastEpoch);
  }

  public int lastEpoch() { return lastEpoch; }
}
