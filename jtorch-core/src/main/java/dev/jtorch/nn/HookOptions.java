package dev.jtorch.nn;

import dev.jtorch.FluentOptions;

/** How a hook is registered. */
public final class HookOptions extends FluentOptions<HookOptions> {
  private boolean prepend = false;
  private boolean alwaysCall = false;

  /** Before the hooks that are there, rather than after them. */
  public HookOptions prepend(boolean prepend) {
    return with(o -> o.prepend = prepend);
  }

  public boolean prepend() { return prepend; }

  /** For forward hooks: also when {@code forward} or another hook throws. */
  public HookOptions alwaysCall(boolean alwaysCall) {
    return with(o -> o.alwaysCall = alwaysCall);
  }

  public boolean alwaysCall() { return alwaysCall; }
}
