package dev.jtorch.benchmarks;

import dev.jtorch.io.StateDict;
import dev.jtorch.vision.models.ResNet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A state of ResNet-50's size on disk and back. */
@State(Scope.Thread)
public class StateFiles {
  private final StateDict state = ResNet.resnet50().stateDict();
  private final Path file = temporary("resnet50");
  private final Path copy = temporary("resnet50copy");

  private static Path temporary(String name) {
    try {
      return Files.createTempFile(name, ".pth");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Setup(Level.Trial) public void save() { state.save(file); }

  @TearDown(Level.Trial) public void delete() throws IOException {
    Files.delete(file);
    Files.delete(copy);
  }

  @Benchmark public void loadResnet50() {
    try (var scope = dev.jtorch.Scope.open()) {
      StateDict.load(file);
    }
  }

  @Benchmark public void mapResnet50() {
    try (var scope = dev.jtorch.Scope.open()) {
      StateDict.load(file, o -> o.mmap(true));
    }
  }

  @Benchmark public void saveResnet50() { state.save(copy); }
}
