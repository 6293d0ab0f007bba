package dev.jtorch.cli;

import dev.jtorch.cli.train.TrainCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The verbs of {@code jtorch}, and the options that all of them know. */
@Command(name = "jtorch", description = "Trains and runs networks, and looks into them and their files.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT, versionProvider = JTorchCommand.Version.class, synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n", subcommands = {
      TrainCommand.class, RunCommand.class, PredictCommand.class, GradcamCommand.class, InspectCommand.class,
      ConvertCommand.class, SummaryCommand.class, ShellCommand.class, DoctorCommand.class})
final class JTorchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--debug", scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.") private boolean debug;

  boolean debug() { return debug; }

  @Override public Integer call() {
    throw new UsageException(spec.commandLine(), "verb is missing (expected: " + UsageErrors.verbs(spec) + ")");
  }

  /** The version of this build, as its jar states it. */
  static final class Version implements IVersionProvider {
    @Override public String[] getVersion() { return new String[] {"jtorch " + text()}; }

    static String text() {
      String version = Version.class.getPackage().getImplementationVersion();
      return version == null ? "(development)" : version;
    }
  }
}
