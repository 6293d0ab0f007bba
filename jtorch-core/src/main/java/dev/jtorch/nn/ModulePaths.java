package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
import org.jspecify.annotations.Nullable;

/** Finds what a dotted path names. */
final class ModulePaths {
  private ModulePaths() {}

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
