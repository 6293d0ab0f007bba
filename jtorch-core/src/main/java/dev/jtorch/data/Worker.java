package dev.jtorch.data;

import dev.jtorch.internal.NativeScope;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes its share of a pass's batches, one after the other, each in a scope of its own.
 *
 * <p>It has a thread while there is work and for a while after that. If it then gets more work it goes on in another thread, with
 * the random numbers and modes it had, so that a pass that nobody takes batches from occupies no threads. A worker with a
 * {@code workerInit} keeps its thread, in which that function may have left something.
 */
final class Worker<B> implements Runnable {
  final int id;
  private final WorkerSetting<B> setting;
  private final WorkerSetting.Modes modes;
  /** What is to be done, in order. This object's monitor guards it and what follows. */
  private final Queue<PendingBatch<B>> queue = new ArrayDeque<>();
  private boolean hasThread;
  private boolean idle;
  /** Whether the thread must go although there may be work later. */
  private boolean dismissed;
  /** Whether there will be no more work. */
  private boolean finished;
  /** What {@code workerInit} threw, which every batch of this worker reports. Only the worker's thread uses it. */
  private @Nullable RuntimeException failure;
  private boolean started;

  Worker(int id, WorkerSetting<B> setting) {
    this.id = id;
    this.setting = setting;
    modes = setting.modes(id);
  }

  /** Adds work; the worker gets a thread if it has none. */
  void add(PendingBatch<B> batch) {
    synchronized (this) {
      queue.add(batch);
      notifyAll();
      if (hasThread) return;
      hasThread = true;
    }
    boolean running = false;
    try {
      WorkerThreads.start(this);
      running = true;
    } finally {
      if (!running) lostThread();
    }
  }

  /** Lets the thread go once there is no work left. */
  synchronized void finish() {
    finished = true;
    notifyAll();
  }

  /** Lets the thread go after the batch it is at. */
  synchronized void stop() {
    queue.clear();
    finish();
  }

  /** Lets the thread go, if it has nothing to do now; other work may come. */
  synchronized void dismiss() {
    if (!idle) return;
    dismissed = true;
    notifyAll();
  }

  private synchronized void lostThread() { hasThread = false; }

  @Override public void run() {
    enter();
    for (PendingBatch<B> batch = next(); batch != null; batch = next()) {
      long[] indices = batch.indices();
      batch.fulfil(() -> {
        if (failure != null) throw failure;
        return make(indices);
      });
      modes.remember();
    }
  }

  private void enter() {
    modes.enter();
    if (started) return;
    started = true;
    try {
      setting.initialize(id);
    } catch (RuntimeException | Error e) {
      failure = DataLoaderException.failed("workerInit", e);
    }
    modes.remember();
  }

  private Parcel<B> make(long[] indices) {
    NativeScope scope = NativeScope.openReusable(setting.loader());
    try {
      return Parcel.pack(setting.maker().make(indices), scope);
    } finally {
      scope.close();
    }
  }

  /** The next batch to make; null when the thread has to go. */
  private synchronized @Nullable PendingBatch<B> next() {
    boolean stays = setting.keepsThreads();
    long end = System.nanoTime() + WorkerThreads.longestIdleNanos;
    while (queue.isEmpty() && !finished && !dismissed && (stays || System.nanoTime() < end)) {
      idle = true;
      if (!stays) WorkerThreads.isIdle(this);
      await(stays ? 0 : end - System.nanoTime());
      if (!stays) WorkerThreads.isBusy(this);
      idle = false;
    }
    dismissed = false;
    PendingBatch<B> batch = queue.poll();
    if (batch == null) hasThread = false;
    return batch;
  }

  /** Waits for a change; zero nanoseconds mean for ever. An interrupt, which a data set may have left behind, is dropped. */
  @SuppressWarnings("WaitNotInLoop") // its caller loops
  private void await(long nanos) {
    try {
      if (nanos == 0) wait();
      else if (nanos > 0) wait(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
    } catch (InterruptedException e) {
      // only the loader ends its workers
    }
  }
}
