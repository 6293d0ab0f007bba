package dev.jtorch.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the workloads whose names match a pattern, with all their parameters or those given as {@code key=value}, and prints
 * {@code name TAB median TAB fastest} for each: of its iterations, in nanoseconds a call. {@code bench/compare.sh} runs it in turn
 * with the same workloads in PyTorch.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws RunnerException {
    var options = new OptionsBuilder().include(args.length > 0 ? args[0] : ".*").forks(0).mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS).warmupIterations(3).warmupTime(TimeValue.milliseconds(700))
        .measurementIterations(7)
        .measurementTime(TimeValue.milliseconds(400)).verbosity(VerboseMode.SILENT);
    for (int i = 1; i < args.length; i++) {
      String[] param = args[i].split("=", 2);
      options.param(param[0], param[1]);
    }
    for (RunResult result : new Runner(options.build()).run()) {
      var iterations = result.getAggregatedResult().getPrimaryResult().getStatistics();
      System.out.printf("%s\t%.0f\t%.0f%n", label(result.getParams()), iterations.getPercentile(50),
          iterations.getMin());
    }
  }

  /** The method's name and its parameters, such as {@code forward resnet18 8 CHANNELS_LAST}. */
  private static String label(BenchmarkParams workload) {
    String name = workload.getBenchmark();
    var words = new ArrayList<>(List.of(name.substring(name.lastIndexOf('.') + 1)));
    for (String key : List.of("model", "batch", "format")) {
      if (workload.getParamsKeys().contains(key)) words.add(workload.getParam(key));
    }
    return String.join(" ", words);
  }
}
