package dev.jtorch.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All instance fields of a class, and how to make an object of it without its constructor; worked out once for each class. */
public final class ObjectFields {
  private static final ClassValue<ObjectFields> CACHE = new ClassValue<>() {
    @Override protected ObjectFields computeValue(Class<?> type) { return new ObjectFields(type); }
  };

  private final Class<?> type;
  private final List<Field> fields = new ArrayList<>();

  private ObjectFields(Class<?> type) {
    this.type = type;
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) if (!Modifier.isStatic(field.getModifiers())) fields.add(field);
    }
  }

  public static ObjectFields of(Object object) { return CACHE.get(object.getClass()); }

  public List<Field> fields() { return fields; }

  public Object allocate() throws ReflectiveOperationException { return allocate(type); }

  /**
   * An object whose fields are all 0 or null, as Java's own serialization makes one.
   *
   * @throws ReflectiveOperationException if this JDK does not offer that
   */
  public static Object allocate(Class<?> type) throws ReflectiveOperationException {
    // by reflection, because javac warns of every use of a jdk.unsupported class, which this is the supported use of
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Method maker = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    Object found = factory.getMethod("getReflectionFactory").invoke(null);
    return ((Constructor<?>) maker.invoke(found, type, Object.class.getConstructor())).newInstance();
  }

  public static @Nullable Object get(Field field, Object owner) throws IllegalAccessException {
    field.setAccessible(true);
    return field.get(owner);
  }

  public static void set(Field field, Object owner, @Nullable Object value) throws IllegalAccessException {
    field.setAccessible(true);
    field.set(owner, value);
  }

  /** What there is to say where a field's package is not open to JTorch. */
  public static String closed(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return ClassNames.of(owner) + ": field '" + field.getName()
        + "' is closed to JTorch (expected: a public field of a public"
        + " class, or an open package); add 'opens " + owner.getPackageName() + " to dev.jtorch' to the module "
        + owner.getModule().getName();
  }
}
