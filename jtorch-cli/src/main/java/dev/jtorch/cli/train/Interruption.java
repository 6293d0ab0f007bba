package dev.jtorch.cli.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a question that the loop asks after each step, and holds the end of the process until it has answered.
 *
 * <p>A shutdown hook does it, so the same holds for {@code kill}; the JVM then ends with 130 or 143 by itself.
 */
final class Interruption implements AutoCloseable {
  /** More than a step and a checkpoint should ever take; after it the process ends as it is. */
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final CountDownLatch settled = new CountDownLatch(1);
  private final Thread hook = new Thread(this::requestAndWait, "jtorch-interruption");
  private volatile boolean requested;

  private Interruption() {}

  /** Starts to listen; ends when closed. */
  static Interruption watch() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** {@return whether the process is to end} */
  boolean requested() { return requested; }

  private void requestAndWait() {
    requested = true;
    try {
      settled.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets a process that is ending end. */
  @Override public void close() {
    settled.countDown();
    if (requested) return;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingJustNow) {
      // the hook runs already, and has nothing more to wait for
    }
  }
}
