package dev.jtorch.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;

/** Where the {@code jtorch} command starts. */
public final class Main {
  private Main() {}

  /** Runs one verb and ends the process with its exit code: 0, 1 for a failure, 2 for wrong usage. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    int exitCode = run(writer(System.out), writer(System.err), args);
    System.exit(exitCode);
  }

  /** Runs one verb and returns its exit code; nothing is printed elsewhere than to the two writers. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    int exitCode = commandLine(out, err).execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new JTorchCommand()).registerConverter(Path.class, Main::path).setOut(out).setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Main::runLast).setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures());
  }

  /** An empty path would mean the current folder, which nobody asks for by leaving a variable of the shell empty. */
  private static Path path(String text) {
    try {
      if (!text.isEmpty()) return Path.of(text);
    } catch (InvalidPathException e) {
      // refused below
    }
    throw new TypeConversionException("a path");
  }

  /** Missing native libraries and exhausted memory are errors to Java, but failures like any other to a user. */
  private static int runLast(ParseResult arguments) {
    try {
      return new CommandLine.RunLast().execute(arguments);
    } catch (LinkageError | OutOfMemoryError e) {
      List<CommandLine> commands = arguments.asCommandLineList();
      throw new ExecutionException(commands.get(commands.size() - 1), "", new CommandException(reason(e), e));
    }
  }

  private static String reason(Error e) {
    return e instanceof OutOfMemoryError
        ? "out of memory: " + e.getMessage() + "; a smaller batch or a larger -Xmx helps"
        : Failures.firstLine(String.valueOf(e.getMessage()));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, charset()), true);
  }

  /** UTF-8 where the locale has only ASCII, as Python has it: summaries draw lines, and names have letters of any kind. */
  private static Charset charset() {
    Charset locale = Charset.defaultCharset();
    return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
  }
}
