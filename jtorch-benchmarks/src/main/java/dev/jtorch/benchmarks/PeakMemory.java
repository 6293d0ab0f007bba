package dev.jtorch.benchmarks;

import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.vision.models.ResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints how much more memory the process had at its peak while it loaded a state, in sizes of the file. A process of its own,
 * because a peak never falls: {@code PeakMemory save FILE} writes a state of ResNet-50's size, {@code PeakMemory copy FILE} and
 * {@code PeakMemory map FILE} load it.
 */
public final class PeakMemory {
  private PeakMemory() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "save" -> ResNet.resnet50().stateDict().save(file);
      case "copy" -> print("peakMemoryCopied", file, false);
      case "map" -> print("peakMemoryMapped", file, true);
      default ->
          throw new IllegalArgumentException("PeakMemory: verb is " + args[0] + " (expected: save, copy or map)");
    }
  }

  private static void print(String name, Path file, boolean map) throws IOException {
    loadSmall(map);
    long before = peak();
    StateDict.load(file, o -> o.mmap(map));
    System.out.printf("%s\t%.3f%n", name, (double) (peak() - before) / Files.size(file));
  }

  /** Loads classes and libraries and lets the JIT compiler have its memory, which are not to be counted. */
  private static void loadSmall(boolean map) throws IOException {
    Path small = Files.createTempFile("small", ".pth");
    var state = new StateDict();
    for (int i = 0; i < 300; i++) state.put("layer" + i, Torch.ones(2));
    state.save(small);
    for (int i = 0; i < 200; i++) StateDict.load(small, o -> o.mmap(map));
    Files.delete(small);
  }

  /** The most resident memory that this process has had, in bytes. */
  static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
  }
}
