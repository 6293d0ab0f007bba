package dev.jtorch.autograd;

import dev.jtorch.FluentOptions;

/** Options of {@link Checkpointing}. */
public final class CheckpointOptions extends FluentOptions<CheckpointOptions> {
  private boolean preserveRngState = true;

  /** Draws the same random numbers when the part is computed again. */
  public CheckpointOptions preserveRngState(boolean preserveRngState) {
    return with(o -> o.preserveRngState = preserveRngState);
  }

  public boolean preserveRngState() { return preserveRngState; }
}
