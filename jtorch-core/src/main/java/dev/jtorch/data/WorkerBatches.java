package dev.jtorch.data;

import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.TimeoutException;

/** Has batches made ahead by threads, and delivers them in order. */
final class WorkerBatches<B> implements BatchIterator<B> {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Pass pass;
  private final LoaderOptions options;
  private final Queue<PendingBatch<B>> pending = new ArrayDeque<>();
  private final Workers<B> workers;
  private final Cleaner.Cleanable stop;
  private boolean finished;

  WorkerBatches(DataLoader<B> loader, BatchMaker<B> maker, Pass pass) {
    this.pass = pass;
    options = loader.options();
    workers = new Workers<>(WorkerSetting.here(loader, maker, pass.baseSeed()));
    stop = CLEANER.register(this, workers::stop);
    boolean begun = false;
    try {
      order();
      begun = true;
    } finally {
      if (!begun) close();
    }
  }

  /** Asks for as many batches as may be made ahead. */
  private void order() {
    while (!finished && pending.size() < options.ahead()) {
      if (pass.hasNext()) {
        var batch = new PendingBatch<B>(pass.taken(), pass.next());
        workers.submit(batch);
        pending.add(batch);
      } else {
        finished = true;
        workers.finish();
      }
    }
  }

  @Override public boolean hasNext() { return !pending.isEmpty(); }

  @Override public B next() {
    PendingBatch<B> batch = pending.poll();
    if (batch == null) throw new NoSuchElementException();
    try {
      order();
    } catch (RuntimeException | Error e) {
      batch.drop();
      throw e;
    }
    try {
      return batch.await(options.timeout().toNanos());
    } catch (TimeoutException e) {
      batch.drop();
      throw new DataLoaderException("DataLoader: batch " + batch.number() + " is not there after " + options.timeout()
          + " (expected: within the timeout)", e);
    } catch (InterruptedException e) {
      batch.drop();
      close();
      Thread.currentThread().interrupt();
      throw new DataLoaderException("DataLoader: interrupted while waiting for batch " + batch.number(), e);
    }
  }

  @Override public LoaderState state() { return pass.at(pass.taken() - pending.size()); }

  @Override public void close() {
    finished = true;
    stop.clean();
    pending.forEach(PendingBatch::drop);
    pending.clear();
  }
}
