package dev.jtorch.nn;

import org.jspecify.annotations.Nullable;

/** Primitive values as the plain values of a file: all integers and characters as Long, floating point as Double. */
final class SavedPrimitives {
  private SavedPrimitives() {}

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
