package dev.jtorch.nn;

import dev.jtorch.internal.ClassNames;
import dev.jtorch.internal.ObjectFields;
import dev.jtorch.internal.text.SnakeCase;
import dev.jtorch.nn.Slot.FieldSlot;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A place in a module that can hold a module, a parameter or a buffer: a field, or a name registered at run time. */
interface Slot {
  /** The key in paths and states. */
  String key();

  /** What the module holds there now; null where nothing. */
  @Nullable Object get(Module owner);

  /** Puts another value there. */
  void set(Module owner, @Nullable Object value);

  /** A field that can hold state. Its name in snake case, or its {@link Name}, is the key. */
  final class FieldSlot implements Slot {
    private final Field field;
    private final String key;

    FieldSlot(Field field) {
      this.field = field;
      key = key(field);
      open();
    }

    /** What a field is called in paths and states. */
    static String key(Field field) {
      Name name = field.getAnnotation(Name.class);
      return name != null ? name.value() : SnakeCase.of(field.getName());
    }

    private void open() {
      int both = field.getModifiers() & field.getDeclaringClass().getModifiers();
      if (Modifier.isPublic(both) && !Modifier.isFinal(field.getModifiers())) return;
      try {
        field.setAccessible(true);
      } catch (InaccessibleObjectException e) {
        throw new ModuleException(ObjectFields.closed(field), e);
      }
    }

    Field field() { return field; }

    @Override public String key() { return key; }

    @Override public @Nullable Object get(Module owner) {
      try {
        return field.get(owner);
      } catch (IllegalAccessException e) {
        throw new ModuleException(describe() + " cannot be read", e);
      }
    }

    @Override public void set(Module owner, @Nullable Object value) {
      if (value != null && !field.getType().isInstance(value)) {
        throw new ModuleException(describe() + " cannot hold a " + ClassNames.of(value.getClass()) + " (expected: a "
            + ClassNames.of(field.getType()) + ")");
      }
      try {
        field.set(owner, value);
      } catch (IllegalAccessException e) {
        throw new ModuleException(describe() + " cannot be changed", e);
      }
    }

    private String describe() { return ClassNames.of(field.getDeclaringClass()) + ": field '" + field.getName() + "'"; }
  }
}
