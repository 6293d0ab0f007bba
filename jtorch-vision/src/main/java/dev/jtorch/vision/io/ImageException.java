package dev.jtorch.vision.io;

import dev.jtorch.TorchException;

/** An image that cannot be read or written; the message is one line that names the file and what is wrong with it. */
public final class ImageException extends TorchException {
  private static final long serialVersionUID = 1L;

  /** A one-line message that names the file. */
  public ImageException(String message) {
    super(message);
  }

  /** A one-line message that names the file, and its cause. */
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
