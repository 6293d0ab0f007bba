package dev.jtorch.data;

import dev.jtorch.internal.NativeScope;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A thread's work: batches, one after the other, each in a scope of its own. */
final class Worker<B> implements Runnable {
  private final int id;
  private final WorkerSetting<B> setting;
  private final BlockingQueue<Optional<PendingBatch<B>>> queue;

  Worker(int id, WorkerSetting<B> setting, BlockingQueue<Optional<PendingBatch<B>>> queue) {
    this.id = id;
    this.setting = setting;
    this.queue = queue;
  }

  @Override public void run() {
    RuntimeException failure = start();
    for (var batch = take(); batch.isPresent(); batch = take()) {
      long[] indices = batch.get().indices();
      batch.get().fulfil(() -> {
        if (failure != null) throw failure;
        return make(indices);
      });
    }
  }

  /** What the user's function threw at the start, which every batch of this worker will report. */
  private @Nullable RuntimeException start() {
    try {
      setting.enter(id);
      return null;
    } catch (RuntimeException e) {
      return DataLoaderException.failed("workerInit", e);
    }
  }

  private Parcel<B> make(long[] indices) {
    NativeScope scope = NativeScope.openReusable(setting.loader());
    try {
      return Parcel.pack(setting.maker().make(indices), scope);
    } finally {
      scope.close();
    }
  }

  /** Only the loader ends its workers: an interrupt, which a data set may have left behind, does not. */
  private Optional<PendingBatch<B>> take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // recorded, and over
      }
    }
  }
}
