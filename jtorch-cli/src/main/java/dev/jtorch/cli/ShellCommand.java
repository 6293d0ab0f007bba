package dev.jtorch.cli;

import dev.jtorch.cli.train.TrainView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The JDK's JShell with JTorch imported and tensors printed as in Python; lines from a pipe give their results only. */
@Command(name = "shell", description = {"Starts JShell with JTorch imported and tensors printed as in Python.",
  "help(\"gather\") prints what the documentation says about a name; /exit ends the shell."})
public final class ShellCommand implements Callable<Integer> {
  /** Values are printed, as in Python; declarations and assignments are not, and neither is a welcome. */
  private static final String FEEDBACK = """
      /set mode jtorch normal -quiet
      /set prompt jtorch %s
      /set format jtorch display ""
      /set format jtorch display "{value}{post}" expression
      /set format jtorch display "{value}{post}" varvalue
      /set truncation jtorch 10000000
      /set mode -retain jtorch
      /set feedback -retain jtorch
      /exit
      """;
  private static final String PROMPTS = "\"jtorch> \" \"   ...> \"";
  private static final String NO_PROMPTS = "\"\" \"\"";

  @Parameters(paramLabel = "ARG", arity = "0..*",
      description = "Scripts and options of JShell, behind -- where they begin with a dash.") private List<String> arguments =
          List.of();

  @Override public Integer call() throws IOException {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new CommandException("this Java has no module jdk.jshell (expected: a JDK)");
    }
    boolean terminal = TrainView.isTerminal(System.console());
    Path imports = Files.createTempFile("jtorch-shell", ".jsh");
    try (InputStream resource = ShellCommand.class.getResourceAsStream("shell.jsh")) {
      Files.write(imports, Objects.requireNonNull(resource, "shell.jsh").readAllBytes());
      List<String> all = new ArrayList<>(List.of("--execution", OneThread.NAME, "--class-path",
          System.getProperty("java.class.path"), "--startup", imports.toString()));
      all.addAll(arguments);
      return JavaShellToolBuilder.builder().persistence(settings(terminal)).interactiveTerminal(terminal)
          .start(all.toArray(new String[0]));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CommandException("JShell failed: " + e.getMessage(), e);
    } finally {
      Files.delete(imports);
    }
  }

  /**
   * The settings of a first JShell that is told how to print. They cannot be given to it in another way: its startup scripts run
   * before it knows its modes of feedback.
   */
  private static Map<String, String> settings(boolean terminal) throws Exception {
    var settings = new HashMap<String, String>();
    String commands = String.format(FEEDBACK, terminal ? PROMPTS : NO_PROMPTS);
    JavaShellToolBuilder.builder().in(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)), null)
        .out(new PrintStream(OutputStream.nullOutputStream())).persistence(settings)
        .start("--execution", OneThread.NAME, "--no-startup");
    settings.keySet().removeIf(key -> key.startsWith("HISTORY"));
    return settings;
  }

  /**
   * Runs every line in this process and on one thread: the modes of a thread, such as {@code Torch.setGradEnabled(false)}, last.
   * JShell finds it as a service.
   */
  public static final class OneThread implements ExecutionControlProvider {
    static final String NAME = "jtorch";

    @Override public String name() { return NAME; }

    @Override public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return new DirectExecutionControl();
    }
  }
}
