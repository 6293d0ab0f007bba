package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedCheckpointTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/io");

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"views", "dtypes", "state_dict", "deflated", "big_endian", "zip64", "legacy_views",
    "legacy_dtypes"}) void load_mapped_holdsTheSame(String name) {
    StateDict copied = StateDict.load(GOLDENS.resolve(name + ".pt"));
    StateDict mapped = StateDict.load(GOLDENS.resolve(name + ".pt"), o -> o.mmap(true));
    assertThat(mapped.keySet()).containsExactlyElementsOf(copied.keySet());
    copied.forEach((key, tensor) -> {
      assertThat(mapped.get(key)).as(key).hasToString(tensor.toString());
      assertThat(mapped.get(key).stride()).as(key).isEqualTo(tensor.stride());
    });
  }

  @Test void write_toAMappedTensor_staysInMemory() throws IOException {
    Path file = saved(Torch.arange(6));
    byte[] before = Files.readAllBytes(file);
    Tensor mapped = Checkpoint.load(file, o -> o.mmap(true)).tensor();
    mapped.mul_(2);
    assertThat(mapped.toLongArray()).containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(file).hasBinaryContent(before);
    assertThat(Checkpoint.load(file).tensor().toLongArray()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test void sharedStorages_stayShared() {
    Tensor base = Torch.arange(6);
    List<?> all = (List<?>) Checkpoint.load(saved(List.of(base, base.narrow(0, 2, 3))), o -> o.mmap(true)).value();
    ((Tensor) all.get(0)).fill_(7);
    assertThat(((Tensor) all.get(1)).toLongArray()).containsExactly(7, 7, 7);
  }

  @Test void mappedFile_livesAsLongAsOneTensor() throws IOException {
    Path file = saved(List.of(Torch.ones(1000), Torch.arange(1000)));
    Tensor last;
    try (var scope = Scope.open()) {
      last = (Tensor) ((List<?>) Checkpoint.load(file, o -> o.mmap(true)).value()).get(1);
      last.keep();
    }
    Files.delete(file);
    assertThat(maps(file)).isPositive();
    assertThat(last.sum().item()).isEqualTo(499_500L);
    last.close();
    assertThat(maps(file)).isZero();
  }

  @Test void mappedTensor_isWrittenAlone() throws IOException {
    Path file = saved(List.of(Torch.ones(100_000), Torch.ones(2)));
    Tensor small = (Tensor) ((List<?>) Checkpoint.load(file, o -> o.mmap(true)).value()).get(1);
    Checkpoint.save(small, dir.resolve("small.pt"));
    assertThat(dir.resolve("small.pt")).satisfies(path -> assertThat(Files.size(path)).isLessThan(3000));
  }

  private Path saved(Object value) {
    Checkpoint.save(value, dir.resolve("mapped.pt"));
    return dir.resolve("mapped.pt");
  }

  /** How many writable maps of the file this process has; the reader's own ones are read only. */
  private static long maps(Path file) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .filter(line -> line.contains(file.toString()) && line.contains(" rw-p ")).count();
  }
}
