package dev.jtorch.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The workers of one pass. Batch {@code k} is the work of worker {@code k % n}, so that the same seed gives each worker the
 * same samples and the same random numbers, whoever is faster.
 *
 * <p>They do not know the iterator: when nothing reaches an iterator any more, it can be collected, and its cleaner ends them.
 */
final class Workers<B> {
  private final List<Worker<B>> workers;

  Workers(WorkerSetting<B> setting) {
    workers = IntStream.range(0, setting.count()).mapToObj(id -> new Worker<>(id, setting)).toList();
  }

  void submit(PendingBatch<B> batch) {
    workers.get((int) (batch.number() % workers.size())).add(batch);
  }

  /** Ends the workers once they have done what they have been given. */
  void finish() {
    workers.forEach(Worker::finish);
  }

  /** Ends the workers after the batches they are at. */
  void stop() { workers.forEach(Worker::stop); }
}
