package dev.jtorch.summary;

/** The mode in which a {@link Summary} runs the network. */
public enum Mode {
  /** In training mode: batch norm updates its running statistics with the random input, dropout drops. */
  TRAIN,
  /** In evaluation mode. */
  EVAL
}
