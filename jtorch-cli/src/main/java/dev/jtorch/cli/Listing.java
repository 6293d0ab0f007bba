package dev.jtorch.cli;

import dev.jtorch.Tensor;
import dev.jtorch.internal.text.PythonNumbers;
import dev.jtorch.io.Tuple;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what a checkpoint holds, one entry a line: its path, then a tensor's dtype and shape, or else the value. */
final class Listing {
  /** The path of a value that is not inside another. */
  private static final String ROOT = ".";

  private final PrintWriter out;

  Listing(PrintWriter out) {
    this.out = out;
  }

  /** Prints a value and all that is in it, in the order of the file. */
  void print(@Nullable Object value) {
    print("", value);
  }

  private void print(String path, @Nullable Object value) {
    if (value instanceof Tensor tensor) {
      line(path, tensor.dtype().torchName() + "\t" + tensor.shape().inMessage());
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, entry) -> print(join(path, visible(String.valueOf(key))), entry));
    } else if (value instanceof List<?> list && list.stream().anyMatch(Listing::isNested)) {
      for (int i = 0; i < list.size(); i++) print(join(path, String.valueOf(i)), list.get(i));
    } else if (value instanceof Tuple tuple && tuple.items().stream().anyMatch(Listing::isNested)) {
      print(path, tuple.items());
    } else {
      line(path, text(value));
    }
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Tensor || value instanceof Map || value instanceof List || value instanceof Tuple;
  }

  private void line(String path, String rest) {
    out.println((path.isEmpty() ? ROOT : path) + "\t" + rest);
  }

  private static String join(String path, String key) { return path.isEmpty() ? key : path + "." + key; }

  /** As Python would print it, except that strings at the top stand without quotes. */
  private static String text(@Nullable Object value) {
    if (value == null) return "None";
    if (value instanceof Boolean on) return PythonNumbers.bool(on);
    if (value instanceof Tuple tuple) {
      return "(" + String.join(", ", tuple.items().stream().map(Listing::text).toList())
          + (tuple.size() == 1 ? ",)" : ")");
    }
    if (value instanceof List<?> list) return "[" + String.join(", ", list.stream().map(Listing::text).toList()) + "]";
    return visible(value.toString());
  }

  /** What comes from the file must not look like another line or move the cursor; {@link InspectCommand} describes the escapes. */
  static String visible(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        case '\\' -> shown.append("\\\\");
        default -> {
          if (isVisible(c)) shown.appendCodePoint(c);
          else shown.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
        }
      }
    });
    return shown.toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
