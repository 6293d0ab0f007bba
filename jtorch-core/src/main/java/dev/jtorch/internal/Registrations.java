package dev.jtorch.internal;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Callbacks in the order in which they were registered. The same one can be there twice, and each be removed by itself; a walk sees
 * those that were there when it began.
 */
final class Registrations<H> implements Iterable<H> {
  private final List<Entry<H>> entries = new CopyOnWriteArrayList<>();

  /** One registration, equal to no other. */
  private static final class Entry<H> {
    final H callback;

    Entry(H callback) {
      this.callback = callback;
    }
  }

  /** Adds a callback; the result removes it. */
  Runnable add(H callback) {
    var entry = new Entry<>(callback);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  @Override public Iterator<H> iterator() {
    return entries.stream().map(entry -> entry.callback).iterator();
  }
}
