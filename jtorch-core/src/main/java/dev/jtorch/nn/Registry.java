package dev.jtorch.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules, parameters and buffers of one module whose names exist only at run time, in the order of registration. */
final class Registry {
  /** Stands in every module that has registered nothing. */
  static final Registry NONE = new Registry();

  private final Map<String, RegisteredSlot> slots = new LinkedHashMap<>();
  private @Nullable Map<String, Module> modules;

  /** A name and what is registered under it. */
  private final class RegisteredSlot implements Slot {
    final String key;
    final Class<?> kind;
    @Nullable Object value;

    RegisteredSlot(String key, Class<?> kind, @Nullable Object value) {
      this.key = key;
      this.kind = kind;
      this.value = value;
    }

    @Override public String key() { return key; }

    @Override public @Nullable Object get(Module owner) { return value; }

    @Override public void set(Module owner, @Nullable Object value) {
      if (value != null && !kind.isInstance(value)) {
        throw new ModuleException(owner.typeName() + ": '" + key + "' cannot hold a " + value.getClass().getSimpleName()
            + " (expected: a " + kind.getSimpleName() + ")");
      }
      this.value = value;
      modules = null;
    }
  }

  /** Registers a value, or replaces the one of the same name, which keeps its place. */
  void put(String key, Class<?> kind, @Nullable Object value) {
    RegisteredSlot known = slots.get(key);
    if (known == null) slots.put(key, new RegisteredSlot(key, kind, value));
    else known.value = value;
    modules = null;
  }

  /** The modules by name, in order; the map stays as it is when others are registered. */
  Map<String, Module> modules() {
    Map<String, Module> known = modules;
    if (known == null) {
      var found = new LinkedHashMap<String, Module>();
      for (RegisteredSlot slot : slots.values()) if (slot.value instanceof Module module) found.put(slot.key, module);
      modules = known = Collections.unmodifiableMap(found);
    }
    return known;
  }

  /** Registers these modules in place of those that are registered. */
  void replaceModules(Map<String, ? extends Module> others) {
    slots.values().removeIf(slot -> slot.kind == Module.class);
    modules = null;
    others.forEach((key, module) -> put(key, Module.class, module));
  }

  @Nullable Slot slot(String key) { return slots.get(key); }

  List<Slot> slots() { return new ArrayList<>(slots.values()); }

  /** The same names and values in a registry of their own. */
  Registry copy() {
    var copy = new Registry();
    slots.forEach((key, slot) -> copy.put(key, slot.kind, slot.value));
    return copy;
  }
}
