package dev.jtorch.nn.container;

import java.util.LinkedHashMap;
import java.util.Map;

/** Python's slices: positions count from the end where they are negative, and stop at the ends. */
final class Slices {
  private Slices() {}

  static <M> Map<String, M> of(Map<String, M> all, int from, int to) {
    int first = bounded(from, all.size());
    int end = bounded(to, all.size());
    var part = new LinkedHashMap<String, M>();
    int at = 0;
    for (var entry : all.entrySet()) {
      if (at >= first && at < end) part.put(entry.getKey(), entry.getValue());
      at++;
    }
    return part;
  }

  private static int bounded(int index, int size) {
    return Math.max(0, Math.min(size, index < 0 ? index + size : index));
  }
}
