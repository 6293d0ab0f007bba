package dev.jtorch.nn;

/** Runs before a module's entries are looked up in a state that is loaded. */
@FunctionalInterface
public interface LoadStateDictPreHook {
  /** May rename, change and remove entries, and report problems. */
  void run(Module module, StateDictLoad load);
}
