package dev.jtorch.nn;

import dev.jtorch.bridge.RegistryAccess;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.Slot.FieldSlot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  static {
    RegistryAccess.install(new Access());
  }

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
      place(key, kind, value);
      order.add(key);
    } else {
      known.value = value;
    }
    forget();
  }

  private void place(String key, Class<?> kind, @Nullable Object value) {
    if (key.equals("training")) throw new ModuleException("attribute 'training' already exists"); // every module's mode
    slots.put(key, new RegisteredSlot(key, kind, value));
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

  /** What can be registered. */
  enum Kind {
    MODULE(Module.class), PARAMETER(Parameter.class), BUFFER(Buffer.class);

    final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
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

  /** Shows registries to the saving of whole models. */
  private static final class Access implements RegistryAccess {
    @Override public boolean isRegistry(Object object) { return object instanceof Registry; }

    @Override public List<Entry> entries(Object registry) {
      return ((Registry) registry).slots.values().stream().map(slot -> new Entry(slot.key, slot.kind, slot.value))
          .toList();
    }

    @Override public List<String> order(Object registry) { return List.copyOf(((Registry) registry).order); }

    @Override public Object make(List<Entry> entries, List<String> order) {
      if (entries.isEmpty()) return NONE;
      var made = new Registry();
      for (Entry entry : entries) made.place(entry.key(), entry.kind(), entry.value());
      made.order.addAll(order);
      made.order.addAll(made.slots.keySet());
      return made;
    }
  }
}
