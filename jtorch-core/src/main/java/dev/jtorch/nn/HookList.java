package dev.jtorch.nn;

import java.util.ArrayList;
import java.util.List;

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

  HookHandle add(H hook, HookOptions options) {
    var entry = new Entry<>(hook, options.alwaysCall());
    synchronized (this) {
      var longer = new ArrayList<Entry<H>>(entries);
      longer.add(options.prepend() ? 0 : longer.size(), entry);
      entries = List.copyOf(longer);
    }
    return new HookHandle(() -> remove(entry));
  }

  private synchronized void remove(Entry<H> entry) {
    var shorter = new ArrayList<Entry<H>>(entries);
    shorter.remove(entry);
    entries = List.copyOf(shorter);
  }

  boolean isEmpty() { return entries.isEmpty(); }

  List<Entry<H>> entries() { return entries; }
}
