package dev.jtorch;

import org.jspecify.annotations.Nullable;

/** A tensor has the wrong element type, or an element type cannot do what was asked. */
public class DTypeException extends TorchException {
  private static final long serialVersionUID = 1L;

  public DTypeException(String message) {
    super(message);
  }

  public DTypeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
