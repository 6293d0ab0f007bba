package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The modules, parameters and buffers of one module whose names exist only at run time, and where they stand among the fields.
 *
 * <p>Python keeps attributes in the order of their assignment. Java does not tell when a field is assigned, but at each
 * registration the registry sees which fields hold state by then: they stand before the new name, all others behind it.
 */
final class Registry {
  /** Stands in every module that has registered nothing. */
  static final Registry NONE = new Registry();

  private final Map<String, RegisteredSlot> slots = new LinkedHashMap<>();
  /** The keys of all fields that held state at some registration, and all registered names, in the order of assignment. */
  private final Set<String> order = new LinkedHashSet<>();
  private @Nullable List<Slot> all;
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
  void put(Module owner, String key, Class<?> kind, @Nullable Object value) {
    RegisteredSlot known = slots.get(key);
    if (known == null) {
      for (FieldSlot field : StateFields.of(owner.getClass()).slots(owner))
        if (StateFields.isState(field.get(owner))) order.add(field.key());
      restore(key, kind, value);
      order.add(key);
    } else {
      known.value = value;
    }
    forget();
  }

  /** Registers a value that a saved model had, without a place in the order, which {@link #restoreOrder} gives. */
  void restore(String key, Class<?> kind, @Nullable Object value) {
    if (key.equals("training")) throw new ModuleException("attribute 'training' already exists"); // every module's mode
    slots.put(key, new RegisteredSlot(key, kind, value));
  }

  /** {@return the order of assignment, which a saved model keeps} */
  List<String> order() {
    return List.copyOf(order);
  }

  void restoreOrder(Iterable<String> keys) {
    keys.forEach(order::add);
    order.addAll(slots.keySet());
  }

  /** Forgets what was gathered of the slots, because it is no longer so. */
  private void forget() {
    modules = null;
    parameters = null;
    all = null;
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

  /** Registers these in place of all that are registered of their kind; they come last. */
  void replace(Module owner, Class<?> kind, Map<String, ?> others) {
    for (RegisteredSlot slot : List.copyOf(slots.values())) if (slot.kind == kind) remove(slot.key);
    others.forEach((key, value) -> put(owner, key, kind, value));
  }

  /** Takes a name out; the others keep their places. */
  void remove(String key) {
    slots.remove(key);
    order.remove(key);
    forget();
  }

  /** Takes what is registered under one name. */
  interface Visitor {
    void visit(String key, Class<?> kind, @Nullable Object value);
  }

  /** Shows everything that is registered, in order. */
  void forEach(Visitor visitor) {
    slots.forEach((key, slot) -> visitor.visit(key, slot.kind, slot.value));
  }

  /** The fields and the registered names in the order of assignment; fields that no registration saw come last. */
  List<Slot> among(List<FieldSlot> fields) {
    List<Slot> known = all;
    if (known == null) all = known = merged(fields);
    return known;
  }

  private List<Slot> merged(List<FieldSlot> fields) {
    Map<String, Slot> open = new LinkedHashMap<>();
    for (FieldSlot field : fields) open.put(field.key(), field);
    var merged = new ArrayList<Slot>();
    for (String key : order) {
      Slot slot = slots.get(key);
      if (slot == null) slot = open.remove(key);
      if (slot != null) merged.add(slot);
    }
    merged.addAll(open.values());
    return Collections.unmodifiableList(merged);
  }
}
