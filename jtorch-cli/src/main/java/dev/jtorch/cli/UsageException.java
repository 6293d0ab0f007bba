package dev.jtorch.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine;

/** A command line that cannot be meant; the message goes to the user behind the verb's name. */
public final class UsageException extends ParameterException {
  private static final long serialVersionUID = 1L;

  /** Refuses a command line; the message reads {@code <what> <value> (expected: <legal>)}. */
  public UsageException(CommandLine command, String message) {
    super(command, message);
  }

  /** Refuses an {@code --output} whose name has another ending, in capital letters or small ones. */
  static void requireEnding(CommandLine command, Path output, String ending) {
    if (output.toString().toLowerCase(Locale.ROOT).endsWith(ending)) return;
    throw new UsageException(command, "--output is " + output + " (expected: a name that ends in " + ending + ")");
  }
}
