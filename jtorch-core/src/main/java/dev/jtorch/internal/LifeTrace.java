package dev.jtorch.internal;

import org.jspecify.annotations.Nullable;

/**
 * Where a tensor was made and where it was released; recorded only in debug mode, because a stack trace costs more than
 * most operators.
 *
 * @param made the stack at its making
 * @param released the stack at its release; null while it lives
 */
public record LifeTrace(Throwable made, @Nullable Throwable released) {
  private static volatile boolean enabled = Boolean.getBoolean("jtorch.debug");

  public static boolean enabled() { return enabled; }

  public static void enable(boolean on) { enabled = on; }

  static LifeTrace start() { return new LifeTrace(new Throwable("made here"), null); }

  /** The release, caused by the making: one stack trace that shows both. */
  public Throwable whole() {
    if (released == null) return made;
    if (released.getCause() == null) released.initCause(made);
    return released;
  }

  LifeTrace releasedHere() { return new LifeTrace(made, new Throwable("released here")); }
}
