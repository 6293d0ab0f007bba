package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.io.Npz;
import dev.jtorch.io.SafeTensors;
import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends processes in the middle of saving: each file must be there as a whole, old or new. */
final class SavingAttack {
  private static final long SIZE = 1 << 18;

  private SavingAttack() {}

  /** Saves until it is killed: {@code Saver <folder>}. */
  static final class Saver {
    private Saver() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      for (int version = 1;; version++) {
        try (var scope = Scope.open()) {
          var state = Map.of("first", Torch.full(new long[] {SIZE}, version), "last", Torch.scalar(version));
          Checkpoint.save(state, folder.resolve("state.pt"));
          SafeTensors.save(state, folder.resolve("state.safetensors"));
          Npz.save(state, folder.resolve("state.npz"));
          System.out.println(version);
        }
      }
    }
  }

  public static void main(String[] args) {
    Attack.run(args, SavingAttack::round);
  }

  private static void round(Attack attack) throws Exception {
    Path folder = Files.createTempDirectory("jtorch-saving");
    try {
      for (int i = 0; i < 3; i++) {
        Process saver = JavaProcess.of(Saver.class.getName(), folder.toString()).redirectErrorStream(true).start();
        try (var output = saver.inputReader()) {
          for (int saved = 1 + attack.random.nextInt(3); saved > 0; saved--) {
            String line = output.readLine();
            assertThat(line).as("what the saver says").matches("\\d+");
          }
          Thread.sleep(attack.random.nextInt(20));
          saver.destroyForcibly();
          assertThat(saver.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        check(folder);
      }
    } finally {
      delete(folder);
    }
  }

  private static void check(Path folder) {
    try (var scope = Scope.open()) {
      whole((Map<?, ?>) Checkpoint.load(folder.resolve("state.pt")).value());
      whole(SafeTensors.load(folder.resolve("state.safetensors")));
      whole(Npz.load(folder.resolve("state.npz")));
    }
  }

  private static void whole(Map<?, ?> state) {
    var first = (Tensor) state.get("first");
    var last = (Tensor) state.get("last");
    assertThat(first.shape()).containsExactly(SIZE);
    assertThat(first.eq(last).all().itemBool()).isTrue();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
