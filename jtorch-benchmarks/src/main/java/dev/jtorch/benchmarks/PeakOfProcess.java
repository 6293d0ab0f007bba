package dev.jtorch.benchmarks;

import dev.jtorch.MemoryFormat;
import java.io.IOException;

/**
 * Prints the most memory that a process has had after a few runs of one workload, in bytes: {@code forward resnet50 8
 * CONTIGUOUS}, {@code train unet}.
 */
public final class PeakOfProcess {
  private static final int RUNS = 5;

  private PeakOfProcess() {}

  public static void main(String[] args) throws IOException {
    Runnable workload = workload(args);
    for (int i = 0; i < RUNS; i++) workload.run();
    System.out.printf("peak %s\t%d%n", String.join(" ", args), PeakMemory.peak());
  }

  private static Runnable workload(String[] label) {
    switch (label[0]) {
      case "forward" -> {
        var net = new Forward();
        net.model = label[1];
        net.batch = Integer.parseInt(label[2]);
        net.format = MemoryFormat.valueOf(label[3]);
        net.build();
        return net::forward;
      }
      case "train" -> {
        var net = new Train();
        net.model = label[1];
        net.build();
        return net::train;
      }
      default ->
          throw new IllegalArgumentException(
              "PeakOfProcess: workload is " + label[0] + " (expected: forward or train)");
    }
  }
}
