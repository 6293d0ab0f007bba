package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;

/** Options of {@link Checkpointing}. */
public final class CheckpointingOptions extends FluentOptions<CheckpointingOptions> {
  private boolean preserveRngState = true;

  /** Draws the same random numbers when the part is computed again. */
  public CheckpointingOptions preserveRngState(boolean preserveRngState) {
    return with(o -> o.preserveRngState = preserveRngState);
  }

  public boolean preserveRngState() { return preserveRngState; }
}
