package dev.jtorch.autograd;

/**
 * Options of {@link Checkpointing}.
 *
 * @param preserveRngState draws the same random numbers when the part is computed again
 */
public record CheckpointOptions(boolean preserveRngState) {
  static final CheckpointOptions DEFAULT = new CheckpointOptions(true);

  public CheckpointOptions preserveRngState(boolean on) { return new CheckpointOptions(on); }
}
