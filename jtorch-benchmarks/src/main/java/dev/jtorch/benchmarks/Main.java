package dev.jtorch.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the workloads whose names match a pattern and prints {@code name TAB nanoseconds} for each: the median of the
 * iterations. {@code bench/compare.sh} runs it in turn with the same workloads in PyTorch.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws RunnerException {
    var options = new OptionsBuilder().include(args.length > 0 ? args[0] : ".*").forks(0).mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS).warmupIterations(3).warmupTime(TimeValue.milliseconds(700))
        .measurementIterations(7)
        .measurementTime(TimeValue.milliseconds(400)).verbosity(VerboseMode.SILENT).build();
    for (RunResult result : new Runner(options).run()) {
      String label = result.getParams().getBenchmark();
      double median = result.getAggregatedResult().getPrimaryResult().getStatistics().getPercentile(50);
      System.out.printf("%s\t%.0f%n", label.substring(label.lastIndexOf('.') + 1), median);
    }
  }
}
