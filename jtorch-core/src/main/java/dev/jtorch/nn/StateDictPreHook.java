package dev.jtorch.nn;

/** Runs before a module's entries are collected into a state. */
@FunctionalInterface
public interface StateDictPreHook {
  /**
   * May bring the module in order.
   *
   * @param prefix what the module's keys begin with, dot included
   * @param keepVars whether parameters themselves are collected
   */
  void run(Module module, String prefix, boolean keepVars);
}
