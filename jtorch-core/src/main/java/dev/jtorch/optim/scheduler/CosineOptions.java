package dev.jtorch.optim.scheduler;

/**
 * Options of {@link CosineAnnealingLR}.
 *
 * @param etaMin the lowest rate; 0 unless said
 * @param lastEpoch the last epoch of the training that goes on; -1, for a new one, unless said
 */
public record CosineOptions(double etaMin, int lastEpoch) {
  static final CosineOptions DEFAULT = new CosineOptions(0, -1);

  /** {@return the same options with another lowest rate} */
  public CosineOptions etaMin(double lowest) {
    return new CosineOptions(lowest, lastEpoch);
  }

  /** {@return the same options for training that goes on after an epoch} */
  public CosineOptions lastEpoch(int epoch) {
    return new CosineOptions(etaMin, epoch);
  }
}
