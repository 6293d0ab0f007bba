package dev.jtorch.testing;

import dev.jtorch.MemoryStats;
import java.time.Duration;

/**
 * Waits for what the garbage collector or another thread does in its own time. A busy machine makes that slow and nothing worse:
 * a test fails only if it still does not hold after a minute.
 */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 20;
  /** Handles are freed by a thread of their own, and what they held may only then be garbage itself. */
  private static final int QUIET_COLLECTIONS = 5;

  private Eventually() {}

  /** Repeats an assertion until it holds; after a minute, fails with what it said last. */
  public static void assertEventually(Runnable assertion) {
    repeat(assertion, () -> {});
  }

  /** The same with a garbage collection before each try. */
  public static void assertOnceCollected(Runnable assertion) {
    repeat(assertion, System::gc);
  }

  /**
   * Collects garbage until several collections in a row have freed no tensor.
   *
   * @return how many tensors live then
   */
  public static long collect() {
    long end = System.nanoTime() + LONGEST.toNanos();
    long live = MemoryStats.now().liveTensors();
    for (int quiet = 0; quiet < QUIET_COLLECTIONS;) {
      System.gc();
      pause();
      long now = MemoryStats.now().liveTensors();
      if (System.nanoTime() > end)
        throw new AssertionError("collections still free tensors after " + LONGEST + ": "
            + live + " lived, and then " + now);
      quiet = now < live ? 0 : quiet + 1;
      live = now;
    }
    return live;
  }

  private static void repeat(Runnable assertion, Runnable before) {
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int tries = 1;; tries++) {
      before.run();
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not so after " + LONGEST + " and " + tries + " tries: " + e.getMessage(), e);
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
