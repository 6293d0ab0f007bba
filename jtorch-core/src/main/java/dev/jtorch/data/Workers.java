package dev.jtorch.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The threads of one pass. Batch {@code k} is the work of worker {@code k % n}, so that the same seed gives each worker the
 * same samples and the same random numbers, whoever is faster.
 *
 * <p>The threads know their queues and not the iterator: an iterator that nobody reaches any more can be collected, and its
 * cleaner ends the threads.
 */
final class Workers<B> {
  /** What each worker is to do, in order; empty means that it can go. */
  private final List<BlockingQueue<Optional<PendingBatch<B>>>> queues = new ArrayList<>();

  Workers(WorkerSetting<B> setting) {
    for (int id = 0; id < setting.count(); id++) {
      var queue = new LinkedBlockingQueue<Optional<PendingBatch<B>>>();
      queues.add(queue);
      var thread = new Thread(new Worker<>(id, setting, queue), "jtorch-loader-" + id);
      thread.setDaemon(true);
      thread.start();
    }
  }

  void submit(PendingBatch<B> batch) {
    queues.get((int) (batch.number() % queues.size())).add(Optional.of(batch));
  }

  /** Ends the threads once they have done what they have been given. */
  void finish() {
    queues.forEach(queue -> queue.add(Optional.empty()));
  }

  /** Ends the threads after the batch that they are about. */
  void stop() {
    queues.forEach(BlockingQueue::clear);
    finish();
  }
}
