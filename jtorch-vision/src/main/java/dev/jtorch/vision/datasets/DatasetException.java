package dev.jtorch.vision.datasets;

import dev.jtorch.TorchException;

/** Files of a data set that are missing, damaged or do not fit each other. */
public final class DatasetException extends TorchException {
  private static final long serialVersionUID = 1L;

  /** A one-line message that names the file. */
  public DatasetException(String message) {
    super(message);
  }

  /** A one-line message that names the file, and its cause. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
