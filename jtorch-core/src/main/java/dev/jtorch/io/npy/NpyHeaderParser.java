package dev.jtorch.io.npy;

import dev.jtorch.io.CheckpointException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Python dictionary that an npy header is: three known keys with a string, a boolean and a tuple of whole numbers.
 * Nothing is evaluated; whatever else stands there is refused.
 */
final class NpyHeaderParser {
  private static final int MOST_DIMENSIONS = 64;

  private final String source;
  private final String text;
  private int at;

  private @Nullable NpyType type;
  private @Nullable Boolean fortranOrder;
  private long @Nullable [] shape;

  NpyHeaderParser(String source, String text) {
    this.source = source;
    this.text = text;
  }

  NpyHeader parse(int dataStart) {
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      switch (key) {
        case "descr" -> type = once(key, type, type());
        case "fortran_order" -> fortranOrder = once(key, fortranOrder, bool());
        case "shape" -> shape = once(key, shape, shape());
        default -> throw bad("has the key '" + key + "' (expected: descr, fortran_order and shape)");
      }
      if (!accept(',') && peek() != '}') throw unexpected(", or }");
    }
    if (peek() != 0) throw unexpected("nothing more");
    if (type == null || fortranOrder == null || shape == null) {
      throw bad("lacks a key (expected: descr, fortran_order and shape)");
    }
    return new NpyHeader(type, fortranOrder, shape, dataStart);
  }

  private <T> T once(String key, @Nullable T before, T value) {
    if (before != null) throw bad("has the key '" + key + "' twice (expected: once)");
    return value;
  }

  private NpyType type() {
    if (peek() == '[' || peek() == '(') {
      throw bad("elements are structures of several fields (expected: one of " + NpyType.legal() + ")");
    }
    String descr = string();
    if (descr.endsWith("O")) {
      throw NpyHeader.bad(source, "elements are Python objects in a pickle (dtype object) (expected: one of "
          + NpyType.legal() + "); in Python, save an array of numbers");
    }
    return Objects.requireNonNullElseGet(NpyType.of(descr), () -> {
      throw bad("elements are '" + descr + "' (expected: <, > or | and one of " + String.join(", ", NpyType.codes())
          + ")");
    });
  }

  private boolean bool() {
    if (acceptWord("True")) return true;
    if (acceptWord("False")) return false;
    throw unexpected("True or False");
  }

  private boolean acceptWord(String word) {
    peek();
    if (!text.startsWith(word, at)) return false;
    at += word.length();
    return true;
  }

  private long[] shape() {
    expect('(');
    List<Long> sizes = new ArrayList<>();
    while (!accept(')')) {
      if (sizes.size() == MOST_DIMENSIONS) throw bad("shape has more than " + MOST_DIMENSIONS + " dimensions");
      sizes.add(size());
      if (!accept(',') && peek() != ')') throw unexpected(", or )");
    }
    return sizes.stream().mapToLong(Long::longValue).toArray();
  }

  private long size() {
    peek();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    if (at == start) throw unexpected("a number");
    String digits = text.substring(start, at);
    if (digits.length() > 18) throw bad("shape has the size " + digits + " (expected: < 10^18)");
    if (at < text.length() && text.charAt(at) == 'L') at++; // as Python 2 wrote long integers
    return Long.parseLong(digits);
  }

  private String string() {
    char quote = peek();
    if (quote != '\'' && quote != '"') throw unexpected("a string");
    int end = text.indexOf(quote, at + 1);
    if (end < 0) throw bad("has a string without an end");
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private void expect(char c) {
    if (!accept(c)) throw unexpected(String.valueOf(c));
  }

  private boolean accept(char c) {
    if (peek() != c) return false;
    at++;
    return true;
  }

  /** The next character that is no space; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    return at < text.length() ? text.charAt(at) : 0;
  }

  private CheckpointException unexpected(String legal) {
    return bad("at character " + at + ": found " + (at < text.length() ? "'" + text.charAt(at) + "'" : "the end")
        + " (expected: " + legal + ")");
  }

  private CheckpointException bad(String what) {
    return NpyHeader.bad(source, "header: " + what);
  }
}
