package dev.jtorch.internal;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the native helpers (scalars, optionals, generators) that JTorch keeps, so that tensors can be told apart. */
final class PooledNatives {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicLong COUNT = new AtomicLong();

  private PooledNatives() {}

  /** Notes a helper that stays; returns it. */
  static <P> P kept(P helper) {
    kept(1);
    return helper;
  }

  /** Notes helpers that only {@code owner} refers to, so that the collector frees them with it. */
  static void keptWith(Object owner, int helpers) {
    kept(helpers);
    CLEANER.register(owner, () -> kept(-helpers));
  }

  static void kept(int helpers) { COUNT.addAndGet(helpers); }

  static long count() { return COUNT.get(); }
}
