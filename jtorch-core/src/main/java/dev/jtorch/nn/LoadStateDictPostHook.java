package dev.jtorch.nn;

/** Runs after a module and its descendants have been loaded. */
@FunctionalInterface
public interface LoadStateDictPostHook {
  /**
   * May excuse keys, by taking them out of the lists, or add some.
   *
   * @param incompatibleKeys the keys that did not fit so far
   */
  void run(Module module, LoadReport incompatibleKeys);
}
