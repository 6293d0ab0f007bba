package dev.jtorch.optim.scheduler;

/**
 * Options of schedulers that have no others.
 *
 * @param lastEpoch the last epoch of the training that goes on; -1, for a new one, unless said
 */
public record ResumeOptions(int lastEpoch) {
  static final ResumeOptions DEFAULT = new ResumeOptions(-1);

  /** {@return the same options for training that goes on after an epoch} */
  public ResumeOptions lastEpoch(int epoch) {
    return new ResumeOptions(epoch);
  }
}
