package dev.jtorch.optim;

import dev.jtorch.Tensor;
import dev.jtorch.io.pickle.Dict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nested dictionaries as Python prints them. */
public final class Python {
  private Python() {}

  /** {@return {@code repr(value)}} */
  public static String repr(@Nullable Object value) {
    if (value instanceof Dict dict && dict.kind() == Dict.Kind.COUNTER) return "Counter(" + counter(dict) + ")";
    if (value instanceof Map<?, ?> map) return map(map);
    if (value instanceof List<?> list) {
      return list.stream().map(Python::repr).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof String text) return "'" + text + "'";
    return value instanceof Tensor ? value.toString() : PythonText.of(value);
  }

  private static String map(Map<?, ?> map) {
    return map.entrySet().stream().map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** The most common first. */
  private static String counter(Map<?, ?> counts) {
    return counts.entrySet().stream().sorted((a, b) -> Integer.compare((int) b.getValue(), (int) a.getValue()))
        .map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(", ", "{", "}"));
  }
}
