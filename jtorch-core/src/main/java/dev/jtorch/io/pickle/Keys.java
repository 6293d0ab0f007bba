package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be a dict key or a set element: scalars and short flat tuples of them. Python allows nested tuples too; here
 * the bounds keep hashing and comparing cheap, however a hostile file repeats and nests them.
 */
final class Keys {
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int LONGEST_TUPLE = 64;

  private Keys() {}

  static void check(@Nullable Object key) {
    if (key instanceof Tuple tuple) {
      if (tuple.size() > LONGEST_TUPLE)
        throw new MalformedPickle("key is a tuple of " + tuple.size() + " (expected: at most " + LONGEST_TUPLE + ")");
      tuple.items().forEach(Keys::checkScalar);
    } else checkScalar(key);
  }

  /** A set of these elements in this order. */
  static Set<@Nullable Object> setOf(List<@Nullable Object> elements) {
    elements.forEach(Keys::check);
    return new LinkedHashSet<>(elements);
  }

  private static void checkScalar(@Nullable Object key) {
    if (key instanceof String text && text.length() > LONGEST_TEXT)
      throw new MalformedPickle(
          "key is a text of " + text.length() + " characters (expected: <= " + LONGEST_TEXT + ")");
    if (!isScalar(key))
      throw new MalformedPickle(
          "key is a " + PythonName.of(key) + " (expected: a number, text or a flat tuple of them)");
  }

  private static boolean isScalar(@Nullable Object key) {
    return key == null || key instanceof String || key instanceof Long || key instanceof Integer
        || key instanceof Boolean || key instanceof Double || key instanceof BigInteger || key instanceof DTypeValue
        || key instanceof DeviceValue || key instanceof SizeValue;
  }
}
