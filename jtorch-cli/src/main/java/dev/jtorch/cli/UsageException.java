package dev.jtorch.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that cannot be meant; the message goes to the user behind the verb's name. */
public final class UsageException extends ParameterException {
  private static final long serialVersionUID = 1L;

  /** Refuses a command line; the message reads {@code <what> <value> (expected: <legal>)}. */
  public UsageException(CommandLine command, String message) {
    super(command, message);
  }
}
