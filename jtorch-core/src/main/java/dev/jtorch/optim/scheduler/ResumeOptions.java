package dev.jtorch.optim.scheduler;

import dev.jtorch.FluentOptions;

/** Options of schedulers that have no others. */
public final class ResumeOptions extends FluentOptions<ResumeOptions> {
  private int lastEpoch = -1;

  /** The last epoch of the training that goes on; default -1, for a new one. */
  public ResumeOptions lastEpoch(int lastEpoch) {
    return with(o -> o.lastEpoch = lastEpoch);
  }

  public int lastEpoch() { return lastEpoch; }
}
