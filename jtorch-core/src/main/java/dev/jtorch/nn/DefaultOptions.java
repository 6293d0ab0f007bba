package dev.jtorch.nn;

import dev.jtorch.FluentOptions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Functions that are options, such as the normalisation of a network's blocks. A function cannot be saved, but that it is the
 * default one can.
 */
final class DefaultOptions {
  private DefaultOptions() {}

  /** Whether a function is the default of an option. */
  static boolean has(Object owner, Field field, @Nullable Object value) {
    return owner instanceof FluentOptions<?> && value != null && value.getClass().isHidden()
        && get(owner.getClass(), field) == value;
  }

  /** The default of an option; null where the class cannot be made, or has no default for it. */
  static @Nullable Object get(Class<?> type, Field field) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      return constructor.trySetAccessible() ? ObjectFields.get(field, constructor.newInstance()) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
