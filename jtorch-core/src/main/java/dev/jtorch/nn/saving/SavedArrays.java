package dev.jtorch.nn.saving;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Types of arrays in a file: what is inside all dimensions, and how many dimensions there are. */
final class SavedArrays {
  private static final List<Class<?>> KNOWN = List.of(boolean.class, byte.class, short.class, char.class, int.class,
      long.class, float.class, double.class, String.class, Object.class, Boolean.class, Byte.class, Short.class,
      Character.class, Integer.class, Long.class, Float.class, Double.class);

  private SavedArrays() {}

  /** What a file calls the innermost element type: a name of the JDK's, or the number of a class. */
  static Object base(Class<?> array, ToLongFunction<Class<?>> number) {
    Class<?> base = array;
    while (base.isArray()) base = base.getComponentType();
    return KNOWN.contains(base) ? (Object) base.getName() : (Long) number.applyAsLong(base);
  }

  static long dimensions(Class<?> array) {
    long dimensions = 0;
    for (Class<?> c = array; c.isArray(); c = c.getComponentType()) dimensions++;
    return dimensions;
  }

  /** The type of the JDK's that a file calls so; null where there is none. */
  static @Nullable Class<?> known(String name) {
    for (Class<?> type : KNOWN) if (type.getName().equals(name)) return type;
    return null;
  }

  /** What the elements of an array of some dimensions are. */
  static Class<?> element(Class<?> base, long dimensions) {
    Class<?> element = base;
    for (long i = 1; i < dimensions; i++) element = element.arrayType();
    return element;
  }

  static @Nullable Object cell(@Nullable Object boxed) {
    if (boxed instanceof Character c) return (long) c;
    if (boxed instanceof Float f) return f.doubleValue();
    return boxed instanceof Number n && !(boxed instanceof Double) ? (Object) n.longValue() : boxed;
  }

  /** The boxed value of a primitive type. */
  static Object value(Class<?> type, @Nullable Object cell) {
    if (type == boolean.class) return (Boolean) need(cell);
    if (type == double.class) return (Double) need(cell);
    if (type == float.class) return ((Double) need(cell)).floatValue();
    long whole = (Long) need(cell);
    if (type == long.class) return whole;
    int small = Math.toIntExact(whole);
    if (type == int.class) return small;
    if (type == char.class) return (char) small;
    return type == short.class ? (Object) (short) small : (byte) small;
  }

  private static Object need(@Nullable Object cell) {
    if (cell == null) throw new ClassCastException("null in the place of a number");
    return cell;
  }
}
