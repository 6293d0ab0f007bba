package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a state is loaded. */
public final class LoadOptions extends FluentOptions<LoadOptions> {
  private boolean strict = true;
  private boolean assign = false;

  /** Whether missing and unexpected keys are errors; default true. */
  public LoadOptions strict(boolean strict) {
    return with(o -> o.strict = strict);
  }

  public boolean strict() { return strict; }

  /** Whether the state's own tensors, with their dtypes, are put into the module instead of their elements being copied; default false. */
  public LoadOptions assign(boolean assign) {
    return with(o -> o.assign = assign);
  }

  public boolean assign() { return assign; }
}
