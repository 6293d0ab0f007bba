package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call in a pickle, read with their types checked.
 *
 * @param callee what is called, for messages
 * @param values the arguments
 */
record Args(String callee, Tuple values) {

  int count() { return values.size(); }

  /** Checks that there are {@code least} to {@code most} arguments. */
  Args count(int least, int most) {
    if (count() < least || count() > most)
      throw new MalformedPickle(callee + " has " + count() + " arguments (expected: " + least + " to " + most + ")");
    return this;
  }

  <T> T get(int index, Class<T> type) {
    Object value = index < count() ? values.get(index) : null;
    if (!type.isInstance(value))
      throw new MalformedPickle(callee + ": argument " + index + " is a " + PythonName.of(value) + " (expected: "
          + type.getSimpleName() + ")");
    return type.cast(value);
  }

  long integer(int index) { return get(index, Long.class); }

  boolean flag(int index) { return get(index, Boolean.class); }

  String text(int index) { return get(index, String.class); }

  long[] integers(int index) {
    return integerList(index).stream().mapToLong(Long::longValue).toArray();
  }

  List<Long> integerList(int index) {
    Object value = index < count() ? values.get(index) : null;
    if (value instanceof SizeValue size) return size.sizes();
    return get(index, Tuple.class).items().stream().map(this::integer).toList();
  }

  private Long integer(@Nullable Object item) {
    if (item instanceof Long number) return number;
    throw new MalformedPickle(callee + ": a size or stride is a " + PythonName.of(item) + " (expected: int)");
  }
}
