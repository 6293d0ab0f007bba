package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a hook is registered. */
public final class HookOptions extends FluentOptions<HookOptions> {
  private boolean prepend = false;
  private boolean alwaysCall = false;

  /** Whether the hook runs before those that are there rather than after them; default false. */
  public HookOptions prepend(boolean prepend) {
    return with(o -> o.prepend = prepend);
  }

  public boolean prepend() { return prepend; }

  /** Whether a forward hook also runs when {@code forward} or another hook throws; default false. */
  public HookOptions alwaysCall(boolean alwaysCall) {
    return with(o -> o.alwaysCall = alwaysCall);
  }

  public boolean alwaysCall() { return alwaysCall; }
}
