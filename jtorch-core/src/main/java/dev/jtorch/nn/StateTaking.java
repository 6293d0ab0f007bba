package dev.jtorch.nn;

import dev.jtorch.Tensor;
import dev.jtorch.io.StateDict;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the state of a tree: each module's own entries, then its children's, in order of declaration. */
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
    for (Slot slot : slots) put(prefix, slot, slot.get(module));
    for (Slot slot : slots) {
      if (slot.get(module) instanceof Module child) take(child, prefix + slot.key() + ".");
    }
  }

  private void put(String prefix, Slot slot, @Nullable Object value) {
    if (!(value instanceof Tensor tensor) || !isSaved(tensor)) return;
    state.put(prefix + slot.key(), tensor instanceof Parameter p && !keepVars ? p.detachedView() : tensor);
  }

  /** Whether a tensor that a module holds is part of its state. */
  static boolean isSaved(Tensor tensor) {
    return tensor instanceof Parameter || (tensor instanceof Buffer b && b.persistent());
  }
}
