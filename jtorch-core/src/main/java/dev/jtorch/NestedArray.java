package dev.jtorch;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** The elements of an array of arrays, row by row, and their number in each dimension. */
final class NestedArray {
  private final long[] size;
  private final Object flat;
  private int filled;

  private NestedArray(Object[] values) {
    List<Integer> lengths = new ArrayList<>();
    Class<?> type = values.getClass();
    Object at = values;
    while (type.isArray()) {
      int length = at == null ? 0 : Array.getLength(at);
      lengths.add(length);
      at = length > 0 && at instanceof Object[] outer ? outer[0] : null;
      type = type.getComponentType();
    }
    size = lengths.stream().mapToLong(Integer::longValue).toArray();
    flat = Array.newInstance(type, Math.toIntExact(Size.of(size).numel()));
  }

  /**
   * A tensor of the elements.
   *
   * @throws ShapeException if arrays of one depth differ in length
   * @throws DTypeException if the innermost elements are not of a primitive type that has a dtype
   */
  static Tensor toTensor(Object[] values) {
    var nested = new NestedArray(values);
    nested.add(values, 0);
    return HostTensors.ofArray(nested.flat, nested.size);
  }

  private void add(Object array, int depth) {
    int length = array == null ? -1 : Array.getLength(array);
    if (length != size[depth]) {
      throw new ShapeException("tensor: array at dimension " + depth + " has length "
          + (array == null ? "null" : length) + " (expected: " + size[depth] + ", as the first one there)");
    }
    if (depth == size.length - 1) {
      System.arraycopy(array, 0, flat, filled, length);
      filled += length;
    } else {
      for (Object inner : (Object[]) array) add(inner, depth + 1);
    }
  }
}
