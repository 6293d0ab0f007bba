package dev.jtorch.nn;

import dev.jtorch.io.StateDict;
import java.util.Map;

/** Runs after a module's entries and those of its descendants have been collected into a state. */
@FunctionalInterface
public interface StateDictHook {
  /**
   * May add, change and remove entries.
   *
   * @param state all that has been collected so far, other modules' entries included
   * @param prefix what the module's keys begin with, dot included
   * @param localMetadata what the state says about the module, such as its {@code version}; may be changed
   */
  void run(Module module, StateDict state, String prefix, Map<String, Object> localMetadata);
}
