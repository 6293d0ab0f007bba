package dev.jtorch.nn;

/**
 * How a hook is registered.
 *
 * @param prepend before the hooks that are there, rather than after them
 * @param alwaysCall for forward hooks: also when {@code forward} or another hook throws
 */
public record HookOptions(boolean prepend, boolean alwaysCall) {
  static final HookOptions DEFAULT = new HookOptions(false, false);

  public HookOptions prepend(boolean on) { return new HookOptions(on, alwaysCall); }

  public HookOptions alwaysCall(boolean on) { return new HookOptions(prepend, on); }
}
