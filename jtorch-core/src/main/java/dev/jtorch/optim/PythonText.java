package dev.jtorch.optim;

import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.io.Tuple;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Option values as Python writes them. */
final class PythonText {
  private PythonText() {}

  /** {@return {@code str(value)}} */
  static String of(@Nullable Object value) {
    if (value == null) return "None";
    if (value instanceof Boolean flag) return PythonNumbers.bool(flag);
    if (value instanceof Double || value instanceof Float) return PythonNumbers.repr(((Number) value).doubleValue());
    if (value instanceof Tuple tuple) return tuple.items().stream().map(PythonText::element).collect(joining("(", ")"));
    if (value instanceof List<?> list) return list.stream().map(PythonText::element).collect(joining("[", "]"));
    return value.toString();
  }

  /** What stands inside a list is printed as {@code repr}, which quotes text. */
  private static String element(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : of(value);
  }

  /** {@return the shortest text of a number: whole ones without a fraction} */
  static String number(double value) {
    String text = PythonNumbers.repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Python's defaults of zero are integers, and print as such. */
  static Number zeroAsInt(double value) {
    if (value == 0) return 0;
    return value;
  }

  private static Collector<CharSequence, ?, String> joining(String open, String close) {
    return Collectors.joining(", ", open, close);
  }
}
