package dev.jtorch.nn;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The module in which an error happened, as seen from the outermost module that it has left so far. */
final class ErrorPlace implements Supplier<String> {
  private final Module innermost;
  private final Throwable error;
  private Module outermost;

  ErrorPlace(Module module, Throwable error) {
    innermost = module;
    outermost = module;
    this.error = error;
  }

  void leaves(Module module) { outermost = module; }

  /** {@code in layer1.0.conv1 (Conv2d)}; the type alone where the module was called by itself. */
  @Override public String get() {
    for (Map.Entry<String, Module> entry : outermost.namedModules().entrySet()) {
      if (entry.getValue() == innermost && !entry.getKey().isEmpty()) {
        return "in " + entry.getKey() + " (" + innermost.typeName() + line().map(line -> ", " + line).orElse("") + ")";
      }
    }
    return innermost.typeName() + line().map(line -> " (" + line + ")").orElse("");
  }

  /** Where in an anonymous class's source, whose name says only what it stands in. */
  private Optional<String> line() {
    Class<?> type = innermost.getClass();
    if (!type.isAnonymousClass()) return Optional.empty();
    return Stream.of(error.getStackTrace())
        .filter(e -> e.getClassName().equals(type.getName()) && e.getLineNumber() > 0)
        .findFirst().map(e -> "line " + e.getLineNumber());
  }
}
