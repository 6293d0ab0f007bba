package dev.jtorch.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A batch that a worker has been asked for. */
final class PendingBatch<B> {
  private final long number;
  private final long[] indices;
  private final CompletableFuture<Parcel<B>> result = new CompletableFuture<>();

  PendingBatch(long number, long[] indices) {
    this.number = number;
    this.indices = indices;
  }

  /** Which batch of the pass it is, from 0 up. */
  long number() { return number; }

  long[] indices() { return indices; }

  /** On the worker: makes the batch, unless nobody wants it any more. */
  void fulfil(Supplier<Parcel<B>> making) {
    if (result.isDone()) return;
    try {
      Parcel<B> made = making.get();
      if (!result.complete(made)) made.drop();
    } catch (Throwable e) { // an OutOfMemoryError too must not leave the consumer waiting
      result.completeExceptionally(e);
    }
  }

  /** On the consumer: waits for the batch; zero nanoseconds mean for ever. */
  B await(long nanos) throws InterruptedException, TimeoutException {
    try {
      return (nanos == 0 ? result.get() : result.get(nanos, TimeUnit.NANOSECONDS)).unpack();
    } catch (ExecutionException e) {
      throw DataLoaderException.forConsumer(e.getCause() == null ? e : e.getCause());
    }
  }

  /** On the consumer: frees the batch if it is there, and keeps it from being made if it is not. */
  void drop() {
    if (!result.cancel(false) && !result.isCompletedExceptionally()) result.join().drop();
  }
}
