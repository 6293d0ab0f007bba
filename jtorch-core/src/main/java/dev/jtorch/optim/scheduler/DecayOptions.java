package dev.jtorch.optim.scheduler;

/**
 * Options of {@link StepLR} and {@link MultiStepLR}.
 *
 * @param gamma what a rate is multiplied by; 0.1 unless said
 * @param lastEpoch the last epoch of the training that goes on; -1, for a new one, unless said
 */
public record DecayOptions(double gamma, int lastEpoch) {
  static final DecayOptions DEFAULT = new DecayOptions(0.1, -1);

  /** {@return the same options with another factor} */
  public DecayOptions gamma(double factor) {
    return new DecayOptions(factor, lastEpoch);
  }

  /** {@return the same options for training that goes on after an epoch} */
  public DecayOptions lastEpoch(int epoch) {
    return new DecayOptions(gamma, epoch);
  }
}
