package dev.jtorch.nn.saving;

import dev.jtorch.FluentOptions;
import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.nn.ModuleException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a class that a whole model saves, superclasses' too: all but static and transient ones. */
final class SavedFields {
  private static final ClassValue<SavedFields> CACHE = new ClassValue<>() {
    @Override protected SavedFields computeValue(Class<?> type) { return new SavedFields(type); }
  };

  private final Class<?> type;
  private final Map<String, Field> byName = new LinkedHashMap<>();

  private SavedFields(Class<?> type) {
    this.type = type;
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0) continue;
        byName.put(c == type ? field.getName() : c.getName() + "." + field.getName(), field);
      }
    }
  }

  static SavedFields of(Class<?> type) { return CACHE.get(type); }

  List<Field> fields() { return List.copyOf(byName.values()); }

  /** The fields as the file describes them: by name, with the class's name before it where a superclass declares it. */
  Map<String, String> description() {
    var description = new LinkedHashMap<String, String>();
    byName.forEach((name, field) -> description.put(name, field.getType().getName()));
    return description;
  }

  /** How the class differs from a description, all in one text; empty where it does not. */
  String differences(Map<String, String> saved) {
    var differences = new ArrayList<String>();
    saved.forEach((name, savedType) -> {
      Field field = byName.get(name);
      if (field == null) differences.add("field '" + name + "' is gone");
      else if (!field.getType().getName().equals(savedType)) {
        differences.add("field '" + name + "' was " + savedType + " and is " + field.getType().getName());
      }
    });
    for (String name : byName.keySet()) if (!saved.containsKey(name)) differences.add("field '" + name + "' is new");
    return String.join(", ", differences);
  }

  /** The field that a description names. */
  Field field(String name) {
    Field field = byName.get(name);
    if (field == null) throw new ModuleException(ClassNames.of(type) + ": no field '" + name + "'");
    return field;
  }

  /** Whether a function is the default of an option. */
  static boolean isDefault(Object owner, Field field, @Nullable Object value) {
    return owner instanceof FluentOptions<?> && value != null && value.getClass().isHidden()
        && defaultOf(owner.getClass(), field) == value;
  }

  /** The default of an option; null where the class cannot be made, or has no default for it. */
  static @Nullable Object defaultOf(Class<?> type, Field field) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      return constructor.trySetAccessible() ? ObjectFields.get(field, constructor.newInstance()) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
