package dev.jtorch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one call of the command line in this process printed, and its exit code. */
public record CommandRun(int exitCode, String out, String err) {
  public static CommandRun of(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
