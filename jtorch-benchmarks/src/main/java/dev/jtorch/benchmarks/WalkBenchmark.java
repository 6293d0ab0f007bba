package dev.jtorch.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@State(Scope.Thread)
public class WalkBenchmark {
  @Benchmark public long walk() { return System.nanoTime(); }
}
