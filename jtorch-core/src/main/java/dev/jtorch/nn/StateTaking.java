package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.io.StateDict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Collects the state of a tree: each module's own entries, then its children's, in the order of assignment. */
final class StateTaking {
  /** Under which name a state says in which version of a class a module's entries were taken. */
  static final String VERSION = "version";

  private final StateDict state;
  private final boolean keepVars;

  StateTaking(StateDict state, boolean keepVars) {
    this.state = state;
    this.keepVars = keepVars;
  }

  /** The path of the module whose keys have a prefix. */
  static String path(String prefix) {
    return prefix.isEmpty() ? prefix : prefix.substring(0, prefix.length() - 1);
  }

  void take(Module module, String prefix) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put(VERSION, module.stateVersion());
    state.metadata().put(path(prefix), metadata);
    StateHooks hooks = module.stateHooks();
    if (hooks == null) {
      collect(module, prefix);
      return;
    }
    for (var entry : hooks.beforeTaking.entries()) entry.hook().run(module, prefix, keepVars);
    collect(module, prefix);
    for (var entry : hooks.afterTaking.entries()) entry.hook().run(module, state, prefix, metadata);
  }

  private void collect(Module module, String prefix) {
    var slots = module.slots();
    var buffers = new ArrayList<Slot>(); // which Python saves behind all parameters
    for (Slot slot : slots) {
      Object value = slot.get(module);
      if (value instanceof Parameter p) state.put(prefix + slot.key(), keepVars ? p : p.detachedView());
      else if (value instanceof Buffer b && b.persistent()) buffers.add(slot);
    }
    for (Slot slot : buffers) {
      if (slot.get(module) instanceof Buffer b) state.put(prefix + slot.key(), b);
    }
    for (Slot slot : slots) {
      if (slot.get(module) instanceof Module child) take(child, prefix + slot.key() + ".");
    }
  }

  /** Whether a tensor that a module holds is part of its state. */
  static boolean isSaved(Tensor tensor) {
    return tensor instanceof Parameter || (tensor instanceof Buffer b && b.persistent());
  }
}
