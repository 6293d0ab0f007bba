package dev.jtorch.data;

import dev.jtorch.TorchException;
import org.jspecify.annotations.Nullable;

/** A batch could not be made or did not come in time; the cause is what the data set or the collate function threw. */
public final class DataLoaderException extends TorchException {
  private static final long serialVersionUID = 1L;

  DataLoaderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** @param what what was being done, such as {@code sample 17} */
  static DataLoaderException failed(String what, Throwable cause) {
    WorkerInfo worker = WorkerInfo.current();
    String where = worker == null ? "" : " in worker " + worker.id();
    String why = cause instanceof TorchException ? cause.getMessage() : cause.toString();
    return new DataLoaderException("DataLoader: " + what + " failed" + where + ": " + why, cause);
  }

  /** The same failure, as the thread sees it that asked for the batch. */
  static DataLoaderException forConsumer(Throwable thrown) {
    return thrown instanceof DataLoaderException known ? new DataLoaderException(known.getMessage(), known.getCause())
        : new DataLoaderException("DataLoader: a worker failed: " + thrown, thrown);
  }
}
