package dev.jtorch.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** Turns a wrong command line into one line on standard error, and exit code 2. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    Failures.print(command, message(e));
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof UnmatchedArgumentException unmatched) return unknown(spec, unmatched.getUnmatched().get(0));
    if (e instanceof MissingParameterException missing) return missing(missing);
    if (e instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice (expected: once)";
    }
    if (e.getCause() instanceof TypeConversionException bad && e.getArgSpec() != null) {
      return illegal(e.getArgSpec(), e.getValue(), String.valueOf(bad.getMessage()));
    }
    return Failures.firstLine(String.valueOf(e.getMessage()));
  }

  private static String illegal(ArgSpec argument, String value, String legal) {
    var known = new ArrayList<String>();
    if (argument.completionCandidates() != null) argument.completionCandidates().forEach(known::add);
    String expected = argument.type().isEnum() ? String.join(" or ", known) : legal;
    return name(argument) + " is " + value + " (expected: " + expected + ")" + Nearest.hint(value, known);
  }

  private static String unknown(CommandSpec spec, String argument) {
    if (argument.startsWith("-")) {
      String option = argument.replaceFirst("=.*", "");
      List<String> known = spec.options().stream().filter(o -> !o.hidden()).map(OptionSpec::longestName).toList();
      return "unknown option " + option + " (expected: one that " + spec.qualifiedName() + " --help lists)"
          + Nearest.hint(option, known);
    }
    if (!spec.subcommands().isEmpty()) {
      return "unknown verb " + argument + " (expected: " + verbs(spec) + ")"
          + Nearest.hint(argument, spec.subcommands().keySet());
    }
    return "unexpected argument " + argument + " (expected: " + synopsis(spec) + ")";
  }

  private static String missing(MissingParameterException e) {
    ArgSpec first = e.getMissing().get(0);
    String what = first.isOption() && !first.required() ? "value of " + name(first) : name(first);
    return what + " is missing (expected: " + synopsis(e.getCommandLine().getCommandSpec()) + ")";
  }

  private static String synopsis(CommandSpec spec) {
    String positions = String.join(" ", spec.positionalParameters().stream().map(ArgSpec::paramLabel).toList());
    return (spec.qualifiedName() + " [OPTION...] " + positions).stripTrailing();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  static String verbs(CommandSpec spec) { return String.join(", ", spec.subcommands().keySet()); }
}
