package dev.jtorch.vision.models;

import dev.jtorch.TorchException;

/** There is no builder of that name. */
public final class UnknownModelException extends TorchException {
  private static final long serialVersionUID = 1L;

  /** A one-line message that names the model. */
  public UnknownModelException(String message) {
    super(message);
  }
}
