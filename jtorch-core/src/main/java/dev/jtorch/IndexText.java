package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An index as Python writes it between brackets. Each text is parsed once. */
final class IndexText {
  /** A program has few texts, unless it builds them of numbers; then the oldest ones need not be remembered. */
  private static final int MOST_KNOWN = 1000;

  /** The parts by text; null stands for an argument. */
  private static final Map<String, @Nullable Index[]> KNOWN = new ConcurrentHashMap<>();

  private final String text;
  private final List<@Nullable Index> parts = new ArrayList<>();

  private IndexText(String text) {
    this.text = text;
  }

  /** The parts of an index, with the arguments in the places of {@code {}}. */
  static Index[] parts(String text, @Nullable Object... arguments) {
    @Nullable Index[] known = KNOWN.get(required(text, "index"));
    if (known == null) {
      known = new IndexText(text).parse();
      if (KNOWN.size() >= MOST_KNOWN) KNOWN.clear();
      KNOWN.put(text, known);
    }
    var parts = new Index[known.length];
    Index[] given = Indexing.parts(arguments);
    int next = 0;
    for (int i = 0; i < parts.length; i++) {
      Index part = known[i];
      if (part == null && next < given.length) part = given[next];
      if (known[i] == null) next++;
      if (part != null) parts[i] = part;
    }
    if (next != given.length) {
      throw new IndexException("index \"" + text + "\" has " + next + " places {} for " + given.length
          + " arguments (expected: one for each)");
    }
    return parts;
  }

  private @Nullable Index[] parse() {
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') depth++;
      if (c == ']') depth--;
      if (c != ',' || depth > 0) continue;
      parts.add(part(text.substring(start, i).strip()));
      start = i + 1;
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty() || parts.isEmpty()) parts.add(part(last)); // Python allows a comma at the end
    return parts.toArray(new @Nullable Index[0]);
  }

  private @Nullable Index part(String part) {
    return switch (part) {
      case "{}" -> null;
      case "..." -> Index.ELLIPSIS;
      case "None", "newaxis" -> Index.NEWAXIS;
      case "True" -> new Index.Flag(true);
      case "False" -> new Index.Flag(false);
      default -> {
        if (part.startsWith("[") && part.endsWith("]")) yield list(part);
        yield part.contains(":") ? slice(part) : new Index.At(number(part, part));
      }
    };
  }

  private Index list(String part) {
    var elements = new ArrayList<Object>();
    for (String element : part.substring(1, part.length() - 1).split(",", -1)) {
      String item = element.strip();
      if (item.equals("True") || item.equals("False")) elements.add(item.equals("True"));
      else elements.add(number(item, part));
    }
    return Indexing.parts(elements)[0];
  }

  private Index slice(String part) {
    String[] ends = part.split(":", -1);
    if (ends.length > 3) throw wrong(part);
    Long step = ends.length < 3 ? null : end(ends[2], part);
    return new Index.Slice(end(ends[0], part), end(ends[1], part), step == null ? 1 : step);
  }

  private @Nullable Long end(String end, String part) {
    String number = end.strip();
    return number.isEmpty() || number.equals("None") ? null : (Long) number(number, part);
  }

  private long number(String number, String part) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw wrong(part);
    }
  }

  private IndexException wrong(String part) {
    return new IndexException("index \"" + text + "\" has '" + part + "' as part " + (parts.size() + 1)
        + " (expected: a number, a slice such as 1:3, ..., None, True, False, a list such as [0, 2], or {} for an argument)");
  }
}
