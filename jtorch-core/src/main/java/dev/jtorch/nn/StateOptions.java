package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a state is taken. */
public final class StateOptions extends FluentOptions<StateOptions> {
  private String prefix = "";
  private boolean keepVars = false;

  /** What comes before every key, ending in a dot; default nothing. */
  public StateOptions prefix(String prefix) {
    return with(o -> o.prefix = prefix);
  }

  public String prefix() { return prefix; }

  /** Whether the state holds the parameters themselves rather than detached views of them; default false. */
  public StateOptions keepVars(boolean keepVars) {
    return with(o -> o.keepVars = keepVars);
  }

  public boolean keepVars() { return keepVars; }
}
