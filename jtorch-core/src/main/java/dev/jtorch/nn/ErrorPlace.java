package dev.jtorch.nn;

import java.util.Map;
import java.util.function.Supplier;

/** The module in which an error happened, as seen from the outermost module that it has left so far. */
final class ErrorPlace implements Supplier<String> {
  private final Module innermost;
  private Module outermost;

  ErrorPlace(Module module) {
    innermost = module;
    outermost = module;
  }

  void leaves(Module module) { outermost = module; }

  /** {@code in layer1.0.conv1 (Conv2d)}; the type alone where the module was called by itself. */
  @Override public String get() {
    for (Map.Entry<String, Module> entry : outermost.namedModules().entrySet()) {
      if (entry.getValue() == innermost && !entry.getKey().isEmpty()) {
        return "in " + entry.getKey() + " (" + innermost.typeName() + ")";
      }
    }
    return innermost.typeName();
  }
}
