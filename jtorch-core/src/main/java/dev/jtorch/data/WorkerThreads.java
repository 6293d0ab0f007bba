package dev.jtorch.data;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The threads of all workers in the process, and how many there may be.
 *
 * <p>A loop that leaves each pass by {@code break} begins passes faster than the collector finds those it has left. So when there are
 * {@value #MOST}, a new thread takes the place of the one that has had nothing to do for longest.
 */
final class WorkerThreads {
  static final int MOST = 128;

  /** How long a worker keeps a thread that it has nothing to do for. */
  static volatile long longestIdleNanos = TimeUnit.SECONDS.toNanos(30);

  /** The workers whose threads wait for work, the one that has waited for longest first. */
  private static final Set<Worker<?>> IDLE = new LinkedHashSet<>();
  private static int count;
  /** How many threads there must be for the next collection, where none of them can be let go. */
  private static int collectAt = MOST;

  private WorkerThreads() {}

  /** Runs a worker on a thread of its own. */
  static void start(Worker<?> worker) {
    makeRoom();
    var thread = new Thread(() -> {
      try {
        worker.run();
      } finally {
        ended();
      }
    }, "jtorch-loader-" + worker.id);
    thread.setDaemon(true);
    synchronized (IDLE) {
      count++;
    }
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      ended();
      throw new DataLoaderException("DataLoader: no thread for worker " + worker.id + ": " + e.getMessage(), e);
    }
  }

  private static void ended() {
    synchronized (IDLE) {
      count--;
      if (count < MOST) collectAt = MOST;
    }
  }

  private static void makeRoom() {
    Worker<?> longest;
    boolean collect;
    synchronized (IDLE) {
      if (count < MOST) return;
      longest = IDLE.stream().findFirst().orElse(null);
      if (longest != null) IDLE.remove(longest);
      collect = longest == null && count >= collectAt;
      if (collect) collectAt = 2 * count;
    }
    if (longest != null) longest.dismiss();
    if (collect) System.gc(); // abandoned passes whose workers keep their threads end when the collector finds them
  }

  static void isIdle(Worker<?> worker) {
    synchronized (IDLE) {
      IDLE.add(worker);
    }
  }

  static void isBusy(Worker<?> worker) {
    synchronized (IDLE) {
      IDLE.remove(worker);
    }
  }
}
