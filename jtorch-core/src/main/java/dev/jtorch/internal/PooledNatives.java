package dev.jtorch.internal;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the native helpers (scalars, optionals, options) that JTorch keeps for ever, so that tensors can be told apart. */
final class PooledNatives {
  private static final AtomicLong COUNT = new AtomicLong();

  private PooledNatives() {}

  /** Notes a helper that stays; returns it. */
  static <P> P kept(P helper) {
    kept(1);
    return helper;
  }

  static void kept(int helpers) { COUNT.addAndGet(helpers); }

  static long count() { return COUNT.get(); }
}
