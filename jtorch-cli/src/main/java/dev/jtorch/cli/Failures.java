package dev.jtorch.cli;

import dev.jtorch.io.zip.RegularFile;
import dev.jtorch.nn.StateDictException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** Turns a failure into one line on standard error, and exit code 1. */
final class Failures implements IExecutionExceptionHandler {
  @Override public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    print(command, describe(e));
    JTorchCommand root = command.getCommandSpec().root().commandLine().getCommand();
    if (root.debug()) {
      if (e instanceof StateDictException state) listAll(state, command.getErr());
      if (e.getCause() instanceof StateDictException state) listAll(state, command.getErr());
      e.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Prints a failure as one line, even if it names a file or an argument that has line breaks in its name. */
  static void print(CommandLine command, String failure) {
    command.getErr()
        .println(
            command.getCommandSpec().qualifiedName() + ": " + failure.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?"));
  }

  /** The message names the first keys only. */
  private static void listAll(StateDictException e, PrintWriter err) {
    e.missingKeys().forEach(key -> err.println("missing key: " + Listing.visible(key)));
    e.unexpectedKeys().forEach(key -> err.println("unexpected key: " + Listing.visible(key)));
    e.sizeMismatches().forEach(key -> err.println("size mismatch: " + Listing.visible(key)));
  }

  /** One line about a failure: our own messages as they are, the JDK's terse ones as sentences. */
  static String describe(Throwable e) {
    if (e instanceof NoSuchFileException missing && missing.getReason() == null) {
      return missing.getFile() + " does not exist";
    }
    if (e instanceof AccessDeniedException denied && denied.getReason() == null) {
      return denied.getFile() + " may not be read or written";
    }
    if (e instanceof FileSystemException file) return file.getFile() + ": " + RegularFile.reason(file);
    String message = e.getMessage();
    if (message != null && ours(e)) return firstLine(message);
    return "unexpected " + e.getClass().getSimpleName() + (message == null ? "" : ": " + firstLine(message))
        + "; --debug shows where";
  }

  private static boolean ours(Throwable e) {
    return e.getClass().getName().startsWith("dev.jtorch.") || e instanceof java.io.IOException;
  }

  static String firstLine(String message) { return message.lines().findFirst().orElse(""); }
}
