package dev.jtorch.optim.scheduler;

/**
 * Options of {@link LinearLR}.
 *
 * @param startFactor what the rates are multiplied by in the first epoch; 1/3 unless said
 * @param endFactor what the rates are multiplied by at the end; 1 unless said
 * @param totalIters how many epochs it takes to get there; 5 unless said
 * @param lastEpoch the last epoch of the training that goes on; -1, for a new one, unless said
 */
public record LinearOptions(double startFactor, double endFactor, int totalIters, int lastEpoch) {
  static final LinearOptions DEFAULT = new LinearOptions(1.0 / 3, 1, 5, -1);

  /** {@return the same options with another first factor} */
  public LinearOptions startFactor(double factor) {
    return new LinearOptions(factor, endFactor, totalIters, lastEpoch);
  }

  /** {@return the same options with another last factor} */
  public LinearOptions endFactor(double factor) {
    return new LinearOptions(startFactor, factor, totalIters, lastEpoch);
  }

  /** {@return the same options with another number of epochs} */
  public LinearOptions totalIters(int epochs) {
    return new LinearOptions(startFactor, endFactor, epochs, lastEpoch);
  }

  /** {@return the same options for training that goes on after an epoch} */
  public LinearOptions lastEpoch(int epoch) {
    return new LinearOptions(startFactor, endFactor, totalIters, epoch);
  }
}
