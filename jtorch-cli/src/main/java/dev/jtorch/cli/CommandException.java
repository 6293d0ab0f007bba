package dev.jtorch.cli;

import org.jspecify.annotations.Nullable;

/** A verb that cannot do its work; the one-line message is all that the user sees. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that reads {@code <what> <value> (expected: <legal>)}. */
  public CommandException(String message) {
    this(message, null);
  }

  /** A failure with its cause, which only {@code --debug} shows. */
  public CommandException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
