package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks a tree of modules in PyTorch's order: a module, then its children in the order of assignment. */
final class ModuleWalk {
  private final boolean removeDuplicate;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ModuleWalk(boolean removeDuplicate) {
    this.removeDuplicate = removeDuplicate;
  }

  /** Every module with its path. */
  static Map<String, Module> modules(Module root, WalkOptions options) {
    var found = new LinkedHashMap<String, Module>();
    new ModuleWalk(options.removeDuplicate()).visit(root, options.prefix(), found::put);
    return found;
  }

  /** Every module once, without paths, which cost more than the walk. */
  static List<Module> modules(Module root) {
    var found = new ArrayList<Module>();
    var walk = new ModuleWalk(true);
    walk.collect(root, found);
    return found;
  }

  private void collect(Module module, List<Module> found) {
    if (!seen.add(module)) return;
    found.add(module);
    for (Slot slot : module.slots()) {
      if (slot.get(module) instanceof Module child) collect(child, found);
    }
  }

  private void visit(Module module, String path, BiConsumer<String, Module> found) {
    if (removeDuplicate && !seen.add(module)) return;
    found.accept(path, module);
    for (Slot slot : module.slots()) {
      if (slot.get(module) instanceof Module child) visit(child, join(path, slot.key()), found);
    }
  }

  /** Every tensor of a kind with its path: a module's own before its children's. */
  static <T> Map<String, T> members(Module root, Class<T> kind, WalkOptions options) {
    var found = new LinkedHashMap<String, T>();
    var walk = new ModuleWalk(options.removeDuplicate());
    if (!options.recurse()) {
      walk.own(root, options.prefix(), kind, found::put);
      return found;
    }
    modules(root, options).forEach((path, module) -> walk.own(module, path, kind, found::put));
    return found;
  }

  /** Every tensor of a kind once, without paths. */
  static <T> List<T> members(Module root, Class<T> kind) {
    var found = new ArrayList<T>();
    var walk = new ModuleWalk(true);
    for (Module module : modules(root)) {
      for (Slot slot : module.slots()) {
        Object value = slot.get(module);
        if (kind.isInstance(value) && walk.seen.add(value)) found.add(kind.cast(value));
      }
    }
    return found;
  }

  private <T> void own(Module module, String path, Class<T> kind, BiConsumer<String, T> found) {
    for (Slot slot : module.slots()) {
      Object value = slot.get(module);
      if (kind.isInstance(value) && (seen.add(value) || !removeDuplicate)) {
        found.accept(join(path, slot.key()), kind.cast(value));
      }
    }
  }

  static String join(String path, String key) { return path.isEmpty() ? key : path + "." + key; }

  /** The slot of a path's last part, and the module that has it. */
  record Place(Module owner, Slot slot) {
    @Nullable Object get() { return slot.get(owner); }
  }

  static Module module(Module root, String path) {
    Module at = root;
    if (path.isEmpty()) return at;
    for (String key : path.split("\\.", -1)) {
      Slot slot = at.slot(key);
      if (slot == null || !(slot.get(at) instanceof Module child)) {
        throw new ModuleException(root.typeName() + ": no module at '" + path + "' (expected: one of "
            + String.join(", ", at.namedChildren().keySet()) + " where " + at.typeName() + " has '" + key + "')");
      }
      at = child;
    }
    return at;
  }

  /** The place that a path names, whether or not something is there now. */
  static Place place(Module root, String path) {
    int dot = path.lastIndexOf('.');
    Module owner = dot < 0 ? root : module(root, path.substring(0, dot));
    String key = path.substring(dot + 1);
    Slot slot = owner.slot(key);
    if (slot == null) {
      throw new ModuleException(
          root.typeName() + ": '" + path + "' does not exist (expected: a field or registered name of "
              + owner.typeName() + ")");
    }
    return new Place(owner, slot);
  }

  static <T> T tensor(Module root, String path, Class<T> kind) {
    Object value = place(root, path).get();
    if (kind.isInstance(value)) return kind.cast(value);
    throw new ModuleException(root.typeName() + ": '" + path + "' is " + (value == null ? "null"
        : "a " + ClassNames.of(value.getClass())) + " (expected: a " + ClassNames.of(kind) + ")");
  }
}
