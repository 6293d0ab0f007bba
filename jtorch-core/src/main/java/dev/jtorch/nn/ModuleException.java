package dev.jtorch.nn;

import dev.jtorch.TorchException;
import org.jspecify.annotations.Nullable;

/** A module is built or used in a way that would lose state or cannot work. */
public class ModuleException extends TorchException {
  private static final long serialVersionUID = 1L;

  public ModuleException(String message) {
    super(message);
  }

  public ModuleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
