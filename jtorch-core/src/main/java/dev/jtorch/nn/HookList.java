package dev.jtorch.nn;

import dev.jtorch.RemovableHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hooks in the order in which they run. A walk over the list sees it as it was when the walk began, so a hook may add and
 * remove hooks, itself included.
 */
final class HookList<H> {
  private volatile List<Entry<H>> entries = List.of();

  /** One registration; registering the same hook twice makes two. */
  record Entry<H>(H hook, boolean always) {
    @Override public boolean equals(Object other) { return this == other; }

    @Override public int hashCode() { return System.identityHashCode(this); }
  }

  RemovableHandle add(H hook, HookOptions options) {
    var entry = new Entry<>(hook, options.alwaysCall());
    synchronized (this) {
      var longer = new ArrayList<Entry<H>>(entries);
      longer.add(options.prepend() ? 0 : longer.size(), entry);
      entries = List.copyOf(longer);
    }
    return new RemovableHandle(() -> remove(entry));
  }

  private synchronized void remove(Entry<H> entry) {
    var shorter = new ArrayList<Entry<H>>(entries);
    shorter.remove(entry);
    entries = List.copyOf(shorter);
  }

  boolean isEmpty() { return entries.isEmpty(); }

  List<Entry<H>> entries() { return entries; }

  /** The hooks of two lists, in order, as they are now. */
  static <H> List<H> joined(HookList<H> first, HookList<H> second) {
    return Stream.of(first.entries, second.entries).flatMap(List::stream).map(Entry::hook).toList();
  }
}
