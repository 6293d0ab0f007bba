package dev.jtorch.nn;

import dev.jtorch.TorchException;

/** A state does not fit a module: keys are missing or unexpected, or shapes differ. The message names all of them. */
public class StateDictException extends TorchException {
  private static final long serialVersionUID = 1L;

  public StateDictException(String message) {
    super(message);
  }
}
