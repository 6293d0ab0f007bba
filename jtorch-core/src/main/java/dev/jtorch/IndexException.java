package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** An index or a dimension is out of range. */
public class IndexException extends TorchException {
  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
