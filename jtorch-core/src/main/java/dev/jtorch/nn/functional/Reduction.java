package dev.jtorch.nn.functional;

/** What becomes of a loss's values, one for each element or example. */
public enum Reduction {
  /** They stay as they are. */
  NONE(0),
  /** Their mean, weighted where the loss has weights. */
  MEAN(1),
  /** Their sum. */
  SUM(2);

  private final long code;

  Reduction(long code) {
    this.code = code;
  }

  /** LibTorch's number of it. */
  long code() { return code; }
}
