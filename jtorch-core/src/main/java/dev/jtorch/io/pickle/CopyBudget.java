package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what calls may copy. Each honest call copies data that was spelled out for it, so all copies together are not
 * larger than the pickle; a hostile file could name one long text and copy it with every few bytes.
 */
final class CopyBudget {
  private long copied;

  /** Pays for a call with these arguments, of which {@code spelled} bytes of pickle can have told. */
  void charge(Tuple args, int spelled) {
    for (var arg : args.items()) copied += length(arg);
    if (copied > 1024 + 4L * spelled)
      throw new MalformedPickle("data is copied too often (expected: as much as the file holds)");
  }

  private static long length(@Nullable Object arg) {
    if (arg instanceof String text) return text.length();
    if (arg instanceof byte[] bytes) return bytes.length;
    if (arg instanceof Collection<?> items) return items.size();
    if (arg instanceof Map<?, ?> map) return map.size();
    if (arg instanceof Tuple tuple) return tuple.size();
    return 1;
  }
}
