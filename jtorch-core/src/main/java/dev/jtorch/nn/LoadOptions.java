package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a state is loaded. */
public final class LoadOptions extends FluentOptions<LoadOptions> {
  private boolean strict = true;
  private boolean assign = false;

  /** Missing and unexpected keys are errors. */
  public LoadOptions strict(boolean strict) {
    return with(o -> o.strict = strict);
  }

  public boolean strict() { return strict; }

  /** Takes the state's own tensors in place of copying their elements; their dtypes come with them. */
  public LoadOptions assign(boolean assign) {
    return with(o -> o.assign = assign);
  }

  public boolean assign() { return assign; }
}
