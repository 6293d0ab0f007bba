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
  private long left;

  CopyBudget(int pickleLength) { left = 1024 + 4L * pickleLength; }

  /** Pays for a call with these arguments. */
  void charge(Tuple args) {
    for (var arg : args.items()) left -= length(arg);
    if (left < 0) throw new MalformedPickle("data is copied too often (expected: as much as the file holds)");
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
