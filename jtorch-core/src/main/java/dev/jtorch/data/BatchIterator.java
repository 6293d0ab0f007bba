package dev.jtorch.data;

import java.util.Iterator;

/**
 * One pass of a {@link DataLoader} over its data. The end of the data ends its workers, and so does closing it. A pass that is
 * simply left gives up its workers' threads after a while, see {@link DataLoader}.
 *
 * @param <B> one batch
 */
public interface BatchIterator<B> extends Iterator<B>, AutoCloseable {
  /**
   * The next batch, whose tensors belong to this thread's innermost scope.
   *
   * @throws DataLoaderException if the data set or the collate function fails, or a worker takes longer than the timeout; the
   *     pass can go on with the batch after
   * @throws java.util.NoSuchElementException if there is none left
   */
  @Override B next();

  /** {@return where the pass stands, for {@link DataLoader#resume}} */
  LoaderState state();

  /** Ends the pass and its workers, without waiting for the batches that they are making. Closing again does nothing. */
  @Override void close();
}
