package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** A tensor has the wrong number of dimensions or the wrong sizes. */
public class ShapeException extends TorchException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }

  public ShapeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
