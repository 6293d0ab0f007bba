package dev.jtorch.cli.train;

import dev.jtorch.cli.CommandException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A map from a checkpoint, read with its types.
 *
 * @param file where it comes from, for messages
 * @param entries what it holds
 */
record Saved(Path file, Map<?, ?> entries) {
  /** {@return the entry of a key, of this type} */
  <T> T get(String key, Class<T> type) {
    Object value = entries.get(key);
    if (type.isInstance(value)) return type.cast(value);
    throw new CommandException(file + " is no checkpoint of jtorch train: its entry '" + key + "' is "
        + (value == null ? "missing" : "a " + value.getClass().getSimpleName()) + " (expected: a "
        + type.getSimpleName()
        + ")");
  }

  String text(String key) { return get(key, String.class); }

  double real(String key) { return get(key, Double.class); }

  long whole(String key) { return get(key, Long.class); }

  /** {@return a whole number that is a count} */
  int count(String key) {
    long value = whole(key);
    if (value >= 0 && value <= Integer.MAX_VALUE) return (int) value;
    throw new CommandException(file + ": entry '" + key + "' is " + value + " (expected: a number >= 0)");
  }

  /** {@return the constant that prints as the entry does} */
  <E extends Enum<E>> E choice(String key, E[] constants) {
    String text = text(key);
    return Stream.of(constants).filter(constant -> constant.toString().equals(text)).findFirst()
        .orElseThrow(() -> new CommandException(
            file + ": entry '" + key + "' is " + text + " (expected: one of " + List.of(constants) + ")"));
  }

  Saved map(String key) { return new Saved(file, get(key, Map.class)); }

  boolean has(String key) { return entries.get(key) != null; }

  /** {@return the maps in a list} */
  List<Saved> maps(String key) {
    return ((List<?>) get(key, List.class)).stream().map(entry -> {
      if (entry instanceof Map<?, ?> map) return new Saved(file, map);
      throw new CommandException(file + ": entry '" + key + "' holds something else (expected: maps only)");
    }).toList();
  }
}
