package dev.jtorch.cli;

import dev.jtorch.cli.train.TrainView;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The JDK's JShell with JTorch imported and tensors printed as in Python. At a terminal it is JShell's own tool; lines from a pipe
 * are evaluated without it, because its line editor would mix them with what they print.
 */
@Command(name = "shell", description = {"Starts JShell with JTorch imported and tensors printed as in Python.",
  "Lines from a pipe print the values of their expressions, and end at the first error.",
  "help(\"gather\") prints what the documentation says about a name; /exit ends the shell."})
public final class ShellCommand implements Callable<Integer> {
  /** Values are printed, as in Python; declarations and assignments are not, and neither is a welcome. */
  private static final String FEEDBACK = """
      /set mode jtorch normal -quiet
      /set prompt jtorch "jtorch> " "   ...> "
      /set format jtorch display ""
      /set format jtorch display "{value}{post}" expression
      /set format jtorch display "{value}{post}" varvalue
      /set truncation jtorch 10000000
      /set mode -retain jtorch
      /set feedback -retain jtorch
      /exit
      """;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ARG", arity = "0..*",
      description = "Scripts to run first, and options of JShell, behind -- where they begin with a dash.") private List<String> arguments =
          List.of();

  @Override public Integer call() throws IOException {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new CommandException("this Java has no module jdk.jshell (expected: a JDK)");
    }
    boolean options = arguments.stream().anyMatch(argument -> argument.startsWith("-"));
    return options || TrainView.isTerminal(System.console()) ? tool() : lines();
  }

  private static String imports() throws IOException {
    try (InputStream script = ShellCommand.class.getResourceAsStream("shell.jsh")) {
      return new String(Objects.requireNonNull(script, "shell.jsh").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int tool() throws IOException {
    Path imports = Files.writeString(Files.createTempFile("jtorch-shell", ".jsh"), imports());
    try {
      List<String> all = new ArrayList<>(List.of("--execution", OneThread.NAME, "--class-path",
          System.getProperty("java.class.path"), "--startup", imports.toString()));
      all.addAll(arguments);
      return JavaShellToolBuilder.builder().persistence(settings()).start(all.toArray(new String[0]));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CommandException("JShell failed: " + e.getMessage(), e);
    } finally {
      Files.delete(imports);
    }
  }

  /**
   * The settings of a first JShell that is told how to print. They cannot be given to the second in another way: its startup
   * scripts run before it knows its modes of feedback.
   */
  private static Map<String, String> settings() throws Exception {
    var settings = new HashMap<String, String>();
    JavaShellToolBuilder.builder().in(new ByteArrayInputStream(FEEDBACK.getBytes(StandardCharsets.UTF_8)), null)
        .out(new PrintStream(OutputStream.nullOutputStream())).persistence(settings)
        .start("--execution", OneThread.NAME, "--no-startup");
    settings.keySet().removeIf(key -> key.startsWith("HISTORY"));
    return settings;
  }

  /** Runs the scripts, and then what comes from the pipe. */
  private int lines() throws IOException {
    try (JShell shell = JShell.builder().executionEngine(new OneThread(), Map.of()).build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      evaluate(shell, "shell.jsh", new BufferedReader(new StringReader(imports())));
      for (String script : arguments) {
        try (BufferedReader lines = Files.newBufferedReader(Inputs.existing(Path.of(script)))) {
          evaluate(shell, script, lines);
        }
      }
      evaluate(shell, "standard input", new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    }
    return 0;
  }

  /**
   * Evaluates one statement after the other, whose lines are gathered until it is complete.
   *
   * @throws CommandException at the first error, which says in which line the statement begins
   */
  private void evaluate(JShell shell, String source, BufferedReader lines) throws IOException {
    String pending = "";
    int begin = 1;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (pending.isBlank()) begin = number;
      pending += line + "\n";
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      while (info.completeness().isComplete()) {
        evaluate(shell, source + ", line " + begin, info.source());
        pending = info.remaining();
        begin = number;
        info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      }
    }
    if (!pending.isBlank()) evaluate(shell, source + ", line " + begin, pending);
  }

  private void evaluate(JShell shell, String place, String statement) {
    PrintWriter out = spec.commandLine().getOut();
    for (SnippetEvent event : shell.eval(statement)) {
      if (event.causeSnippet() != null) continue; // an earlier statement that this one changes
      JShellException failure = event.exception();
      if (event.status() == Status.REJECTED) throw new CommandException(place + ": " + errors(shell, event.snippet()));
      if (failure != null) throw new CommandException(place + ": " + reason(failure), failure);
      SubKind kind = event.snippet().subKind();
      if (kind != SubKind.TEMP_VAR_EXPRESSION_SUBKIND && kind != SubKind.VAR_VALUE_SUBKIND) continue;
      out.println(event.value());
      out.flush();
    }
  }

  private static String errors(JShell shell, Snippet snippet) {
    return shell.diagnostics(snippet).map(error -> error.getMessage(Locale.ROOT).strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining("; "));
  }

  private static String reason(JShellException failure) {
    String name =
        failure instanceof EvalException thrown ? thrown.getExceptionClassName() : failure.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1) + ": " + Failures.firstLine(String.valueOf(failure.getMessage()));
  }

  /**
   * Runs every line in this process and on one thread: the modes of a thread, such as {@code Torch.setGradEnabled(false)}, last.
   * JShell's tool finds it as a service.
   */
  public static final class OneThread implements ExecutionControlProvider {
    static final String NAME = "jtorch";

    @Override public String name() { return NAME; }

    @Override public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return new DirectExecutionControl();
    }
  }
}
