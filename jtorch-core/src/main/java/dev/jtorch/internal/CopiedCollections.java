package dev.jtorch.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies the JDK's collections and maps with a copy of each element. */
public final class CopiedCollections {
  private static final List<String> UNCHANGING =
      List.of("java.util.ImmutableCollections", "java.util.Collections$Unmodifiable",
          "java.util.Collections$Empty", "java.util.Collections$Singleton");

  private final UnaryOperator<@Nullable Object> copy;

  public CopiedCollections(UnaryOperator<@Nullable Object> copy) {
    this.copy = copy;
  }

  /** Whether a value is a collection or map that can never be changed. */
  public static boolean isUnchanging(Object value) {
    String name = value.getClass().getName();
    return (value instanceof Collection || value instanceof Map) && UNCHANGING.stream().anyMatch(name::startsWith);
  }

  /** The same collection where no element needed a copy, else an unchanging one of the copies in the same order. */
  public Object unchanging(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copied = new LinkedHashMap<>();
      map.forEach((key, element) -> copied.put(copy.apply(key), copy.apply(element)));
      boolean same = areSame(map.keySet(), copied.keySet()) && areSame(map.values(), copied.values());
      return same ? map : Collections.unmodifiableMap(copied);
    }
    Collection<?> values = (Collection<?>) value;
    List<@Nullable Object> copied = new ArrayList<>(values.size());
    for (Object element : values) copied.add(copy.apply(element));
    if (areSame(values, copied)) return values;
    return values instanceof Set ? Collections.unmodifiableSet(new LinkedHashSet<>(copied))
        : Collections.unmodifiableList(copied);
  }

  private static boolean areSame(Collection<?> before, Collection<?> after) {
    var other = after.iterator();
    for (Object element : before) if (element != other.next()) return false;
    return true;
  }

  /** An empty collection or map of the same class and order; null where the class offers none. */
  public static @Nullable Object emptyLike(Object value) throws ReflectiveOperationException {
    Class<?> type = value.getClass();
    if (!type.getPackageName().startsWith("java.util") || !(value instanceof Collection || value instanceof Map))
      return null;
    if (value instanceof Cloneable) { // a clone keeps comparators and key types
      Object clone = type.getMethod("clone").invoke(value);
      if (clone instanceof Map<?, ?> map) map.clear();
      else((Collection<?>) clone).clear();
      return clone;
    }
    boolean offers = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    return offers ? type.getConstructor().newInstance() : null;
  }

  @SuppressWarnings("unchecked") // the elements of the original are what its class takes
  public void fill(Object target, Object original) {
    if (original instanceof Map<?, ?> map) {
      var to = (Map<@Nullable Object, @Nullable Object>) target;
      map.forEach((key, element) -> to.put(copy.apply(key), copy.apply(element)));
    } else {
      var to = (Collection<@Nullable Object>) target;
      for (Object element : (Collection<?>) original) to.add(copy.apply(element));
    }
  }
}
