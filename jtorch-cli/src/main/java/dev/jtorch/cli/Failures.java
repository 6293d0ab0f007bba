package dev.jtorch.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one line on standard error, and exit code 1. */
final class Failures implements IExecutionExceptionHandler {
  @Override public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + describe(e));
    JTorchCommand root = command.getCommandSpec().root().commandLine().getCommand();
    if (root.debug()) e.printStackTrace(command.getErr());
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** One line about a failure: our own messages as they are, the JDK's terse ones as sentences. */
  static String describe(Throwable e) {
    if (e instanceof NoSuchFileException missing) return missing.getFile() + " does not exist";
    if (e instanceof AccessDeniedException denied) return denied.getFile() + " may not be read or written";
    if (e instanceof FileSystemException file) return file.getFile() + ": " + file.getReason();
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
