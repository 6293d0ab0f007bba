package dev.jtorch.nn;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The functions among the components of a record's {@code DEFAULT}, as records of options have one. A function cannot be saved,
 * but that it is the default one can.
 */
final class DefaultOptions {
  private DefaultOptions() {}

  /** Whether a function is what the record's default has for the component. */
  static boolean has(Class<?> type, String component, @Nullable Object value) {
    return value != null && value.getClass().isHidden() && get(type, component) == value;
  }

  /** The default for a component; null where the record has no default, or one that is closed. */
  static @Nullable Object get(Class<?> type, String component) {
    try {
      Field field = type.getDeclaredField("DEFAULT");
      if (!Modifier.isStatic(field.getModifiers()) || field.getType() != type || !field.trySetAccessible()) return null;
      Field part = type.getDeclaredField(component);
      return part.trySetAccessible() ? part.get(field.get(null)) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
