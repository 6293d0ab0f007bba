package dev.jtorch.nn;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What PyTorch asks of a name, and of a parameter, before it registers it. */
final class Registration {
  private Registration() {}

  /** What can be registered. */
  enum Kind {
    MODULE(Module.class), PARAMETER(Parameter.class), BUFFER(Buffer.class);

    final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    /** The kind of what is of a class. */
    static Kind of(Class<?> type) {
      for (Kind kind : values()) if (kind.type == type) return kind;
      throw new ModuleException("nothing of " + type.getName() + " can be registered");
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Puts a value under a name: of a field that holds such a value now, or else of one that exists only at run time. */
  static void register(Module owner, Kind kind, String name, @Nullable Object value) {
    check(owner, kind, name);
    Slot taken = owner.slot(name);
    if (taken instanceof FieldSlot field) field.set(owner, value);
    else owner.registry().put(owner, name, kind.type, value);
  }

  /** Refuses an empty name, one with a dot, and one that belongs to something of another kind. */
  private static void check(Module owner, Kind kind, String name) {
    owner.requireConstructed();
    if (name.isEmpty()) throw new ModuleException(kind.label() + " name can't be empty string \"\"");
    if (name.contains(".")) {
      // PyTorch shows the name only where it is a module's
      throw new ModuleException(
          kind.label() + " name can't contain \".\"" + (kind == Kind.MODULE ? ", got: " + name : ""));
    }
    if (!isFree(owner, kind, name)) throw new ModuleException("attribute '" + name + "' already exists");
  }

  private static boolean isFree(Module owner, Kind kind, String name) {
    Slot taken = owner.slot(name);
    Object there = taken == null ? null : taken.get(owner);
    if (kind.type.isInstance(there)) return true;
    return there == null && !StateFields.of(owner.getClass()).isTaken(name);
  }

  /** A parameter becomes the result of an operator where it is frozen and changed in place by what is not. */
  static void requireLeaf(String name, Parameter parameter) {
    if (parameter.gradFn() == null) return;
    throw new ModuleException(
        "Cannot assign non-leaf Tensor to parameter '" + name + "'. Model parameters must be created"
            + " explicitly. To express '" + name
            + "' as a function of another Tensor, compute the value in the forward() method.");
  }
}
