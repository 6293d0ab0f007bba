package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a state is taken. */
public final class StateOptions extends FluentOptions<StateOptions> {
  private String prefix = "";
  private boolean keepVars = false;

  /** Put before every key; it ends in a dot. */
  public StateOptions prefix(String prefix) {
    return with(o -> o.prefix = prefix);
  }

  public String prefix() { return prefix; }

  /** Gives the parameters themselves, in the graph, rather than views of them outside it. */
  public StateOptions keepVars(boolean keepVars) {
    return with(o -> o.keepVars = keepVars);
  }

  public boolean keepVars() { return keepVars; }
}
