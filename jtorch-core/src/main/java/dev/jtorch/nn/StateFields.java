package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
import dev.jtorch.nn.Slot.FieldSlot;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a module class that can hold state, superclass first and in declaration order; worked out once for each class.
 *
 * <p>A field counts by what it holds when it is read, as in Python: a field declared {@code Tensor} or {@code Object} that
 * holds a parameter is state. Fields of types that can never hold state are left out at once.
 */
final class StateFields {
  private static final ClassValue<StateFields> CACHE = new ClassValue<>() {
    @Override protected StateFields computeValue(Class<?> type) { return new StateFields(type); }
  };

  private final List<FieldSlot> slots = new ArrayList<>();
  private final List<FieldSlot> collections = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  static StateFields of(Class<?> type) { return CACHE.get(type); }

  private StateFields(Class<?> type) {
    Deque<Class<?>> chain = new ArrayDeque<>();
    for (Class<?> c = type; c != null && c != Module.class; c = c.getSuperclass()) chain.push(c);
    Map<String, Field> byKey = new HashMap<>();
    Map<String, Field> byName = new HashMap<>();
    for (Class<?> c : chain) {
      for (Field field : c.getDeclaredFields()) add(field, byKey, byName);
    }
  }

  private void add(Field field, Map<String, Field> byKey, Map<String, Field> byName) {
    // an inner class's reference to its outer object is synthetic, and would lead the walk in a circle
    if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) return;
    keys.add(FieldSlot.key(field));
    if (canHoldMany(field.getType())) collections.add(new FieldSlot(field));
    if (!canHoldState(field.getType())) return;
    var slot = new FieldSlot(field);
    Field hidden = byName.put(field.getName(), field);
    if (hidden != null) {
      throw new ModuleException(ClassNames.of(field.getDeclaringClass()) + ": field '" + field.getName() + "' hides "
          + ClassNames.of(hidden.getDeclaringClass())
          + "'s field of that name (expected: one field); assign the inherited"
          + " field in the constructor instead");
    }
    Field other = byKey.put(slot.key(), field);
    if (other != null) {
      throw new ModuleException(ClassNames.of(field.getDeclaringClass()) + ": fields '" + other.getName() + "' and '"
          + field.getName() + "' have the same key '" + slot.key()
          + "' (expected: distinct keys); rename one or use @Name");
    }
    slots.add(slot);
  }

  /** Whether a field, of state or not, has this key. */
  boolean isTaken(String key) {
    return keys.contains(key);
  }

  private static boolean canHoldState(Class<?> type) {
    return Module.class.isAssignableFrom(type) || Parameter.class.isAssignableFrom(type)
        || Buffer.class.isAssignableFrom(type) || type.isAssignableFrom(Parameter.class)
        || type.isAssignableFrom(Module.class);
  }

  private static boolean canHoldMany(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type == Optional.class
        || (type.isArray() && canHoldState(type.getComponentType()));
  }

  /** The slots in order; refuses a module that hides state in a collection, which no walk would find. */
  List<FieldSlot> slots(Module owner) {
    for (FieldSlot slot : collections) refuseHiddenState(owner, slot);
    return slots;
  }

  private static void refuseHiddenState(Module owner, FieldSlot slot) {
    Object held = elementOf(slot.get(owner));
    if (held == null) return;
    String what = held instanceof Module ? "modules" : "parameters";
    String use = held instanceof Module ? "ModuleList or ModuleDict" : "ParameterList or ParameterDict";
    throw new ModuleException(owner.typeName() + ": field '" + slot.field().getName() + "' is a "
        + ClassNames.of(slot.field().getType()) + " that holds " + what
        + ", which would not be part of the state (expected: a "
        + use + ")");
  }

  /** Some module or parameter inside a collection, map, optional or array; null where there is none. */
  private static @Nullable Object elementOf(@Nullable Object value) {
    if (value instanceof Collection<?> all) return firstState(all);
    if (value instanceof Map<?, ?> map) return firstState(map.values());
    if (value instanceof Optional<?> optional) return firstState(optional.stream().toList());
    if (value == null || !value.getClass().isArray()) return null;
    for (int i = 0; i < Array.getLength(value); i++) {
      if (isState(Array.get(value, i))) return Array.get(value, i);
    }
    return null;
  }

  private static @Nullable Object firstState(Collection<?> values) {
    for (Object value : values) if (isState(value)) return value;
    return null;
  }

  /** Whether a value is a module, a parameter or a buffer. */
  static boolean isState(@Nullable Object value) {
    return value instanceof Module || value instanceof Parameter || value instanceof Buffer;
  }
}
