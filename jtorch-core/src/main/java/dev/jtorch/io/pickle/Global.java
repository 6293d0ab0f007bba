package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An allowed class or function by name, with the harmless Java code that stands in for calling it.
 *
 * @param name full name in Python
 * @param call what calling it gives
 */
record Global(String name, Function<Args, @Nullable Object> call) {

  /** A class that files may mention but not call. */
  static Global named(String name) {
    return new Global(name, args -> {
      throw new MalformedPickle("call of " + name + " (expected: it is only named)");
    });
  }

  @Nullable Object call(Tuple args) { return call.apply(new Args(name, args)); }
}
