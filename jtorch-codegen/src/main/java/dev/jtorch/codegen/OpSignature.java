package dev.jtorch.codegen;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of an {@code .ops} file, such as {@code add(T self, T other, S alpha) -> T}.
 *
 * @param name the operator's name in LibTorch
 * @param arguments its arguments, in LibTorch's order
 * @param result what it gives back
 */
record OpSignature(String name, List<Argument> arguments, ResultKind result) {
  private static final Pattern ARGUMENT = Pattern.compile("(\\S+)\\s+(\\w+)");
  private static final Pattern LINE = Pattern.compile("(\\w+)\\(([^)]*)\\)\\s*->\\s*(\\S+)");

  /** A typed, named argument. */
  record Argument(ArgumentKind kind, String name) {
    static Argument parse(String text) {
      Matcher matcher = ARGUMENT.matcher(text.trim());
      if (!matcher.matches()) throw new IllegalArgumentException("argument '" + text + "' (expected: TYPE name)");
      return new Argument(ArgumentKind.of(matcher.group(1)), matcher.group(2));
    }
  }

  static OpSignature parse(String line) {
    Matcher matcher = LINE.matcher(line.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("line '" + line + "' (expected: name(TYPE name, ..) -> RESULT)");
    }
    List<Argument> arguments = Stream.of(matcher.group(2).split(",")).filter(s -> !s.isBlank()).map(Argument::parse)
        .toList();
    return new OpSignature(matcher.group(1), arguments, ResultKind.of(matcher.group(3)));
  }

  /** The Java method's name: LibTorch's in camel case; a leading underscore (a private operator) is dropped. */
  String javaName() {
    String bare = name.startsWith("_") ? name.substring(1) : name;
    boolean inPlace = bare.endsWith("_");
    var out = new StringBuilder();
    boolean upper = false;
    for (char c : (inPlace ? bare.substring(0, bare.length() - 1) : bare).toCharArray()) {
      if (c == '_') upper = true;
      else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return inPlace ? out.append('_').toString() : out.toString();
  }
}
