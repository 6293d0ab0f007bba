package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
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
  private @Nullable Map<String, Parameter> parameters;

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
        throw new ModuleException(owner.typeName() + ": '" + key + "' cannot hold a " + ClassNames.of(value.getClass())
            + " (expected: a " + ClassNames.of(kind) + ")");
      }
      this.value = value;
      forget();
    }
  }

  /** Registers a value, or replaces the one of the same name, which keeps its place. */
  void put(String key, Class<?> kind, @Nullable Object value) {
    if (key.equals("training")) throw new ModuleException("attribute 'training' already exists"); // every module's mode
    RegisteredSlot known = slots.get(key);
    if (known == null) slots.put(key, new RegisteredSlot(key, kind, value));
    else known.value = value;
    forget();
  }

  /** What was gathered of the slots is no longer so. */
  private void forget() {
    modules = null;
    parameters = null;
  }

  /** The modules by name, in order; the map stays as it is when others are registered. */
  Map<String, Module> modules() {
    Map<String, Module> known = modules;
    if (known == null) modules = known = gathered(Module.class);
    return known;
  }

  /** The parameters by name, in order; the map stays as it is when others are registered. */
  Map<String, Parameter> parameters() {
    Map<String, Parameter> known = parameters;
    if (known == null) parameters = known = gathered(Parameter.class);
    return known;
  }

  private <T> Map<String, T> gathered(Class<T> kind) {
    var found = new LinkedHashMap<String, T>();
    for (RegisteredSlot slot : slots.values())
      if (kind.isInstance(slot.value)) found.put(slot.key, kind.cast(slot.value));
    return Collections.unmodifiableMap(found);
  }

  /** Registers these in place of all that are registered of their kind. */
  void replace(Class<?> kind, Map<String, ?> others) {
    slots.values().removeIf(slot -> slot.kind == kind);
    forget();
    others.forEach((key, value) -> put(key, kind, value));
  }

  @Nullable Slot slot(String key) { return slots.get(key); }

  /** Takes what is registered under one name. */
  interface Visitor {
    void visit(String key, Class<?> kind, @Nullable Object value);
  }

  /** Shows everything that is registered, in order. */
  void forEach(Visitor visitor) {
    slots.forEach((key, slot) -> visitor.visit(key, slot.kind, slot.value));
  }

  List<Slot> slots() { return new ArrayList<>(slots.values()); }

  /** The same names and values in a registry of their own. */
  Registry copy() {
    var copy = new Registry();
    slots.forEach((key, slot) -> copy.put(key, slot.kind, slot.value));
    return copy;
  }
}
