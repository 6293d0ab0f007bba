package dev.jtorch.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many virtual threads that run the same task at the same time. Needs JDK 21; reflection, because the tests are compiled for 17. */
public final class VirtualThreads {
  private static final long MOST_SECONDS = 600;

  private final Phaser steps;

  private VirtualThreads(int count) {
    steps = new Phaser(count);
  }

  /** What each thread does. */
  @FunctionalInterface
  public interface Task {
    /**
     * Runs on one of the threads.
     *
     * @param all where the thread can {@link #meet} the others
     */
    void run(int index, VirtualThreads all) throws Exception;
  }

  /** Runs the task on new virtual threads and waits for them; fails if it fails on any, and says on how many. */
  public static void run(int count, Task task) throws Exception {
    var threads = new VirtualThreads(count);
    var executor = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      results.add(executor.submit(() -> threads.run(task, index)));
    }
    List<Throwable> failures = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    for (Future<?> result : results) {
      try {
        result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof CancellationException)) failures.add(e.getCause());
      } catch (TimeoutException e) {
        throw new AssertionError("some of " + count + " virtual threads did not end", e);
      }
    }
    executor.shutdown();
    if (failures.isEmpty()) return;
    throw new AssertionError("failed on " + failures.size() + " of " + count + " virtual threads", failures.get(0));
  }

  private Void run(Task task, int index) throws Exception {
    try {
      task.run(index, this);
      return null;
    } catch (Throwable e) {
      steps.forceTermination(); // the others need not wait
      throw e;
    }
  }

  /** Waits until every thread has come here, so that all of them leave their carriers and come back in another order. */
  public void meet() throws Exception {
    int next = steps.awaitAdvanceInterruptibly(steps.arrive(), MOST_SECONDS, TimeUnit.SECONDS);
    if (next < 0) throw new CancellationException("another thread has failed");
  }
}
