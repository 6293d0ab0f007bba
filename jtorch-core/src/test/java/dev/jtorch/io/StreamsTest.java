package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.GoldenFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Torch.save} and {@code Torch.load} through streams: the same bytes, values and errors as through files. */
class StreamsTest {
  private static final List<String> GOLDENS = List.of("io/state_dict.pt", "io/legacy_state_dict.pt", "io/deflated.pt",
      "formats/dtypes.safetensors", "formats/array.npy", "formats/versions.npz");

  @TempDir Path dir;

  @Test void save_writesTheBytesOfAFile() throws IOException {
    Object value = Map.of("w", Torch.ones(3, 2).t());
    var out = new ByteArrayOutputStream();
    Torch.save(value, out);
    Torch.save(value, dir.resolve("a.pt"));
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(dir.resolve("a.pt")));
  }

  @Test void save_thenLoad_throughOneStream() {
    var out = new ByteArrayOutputStream();
    Torch.save(Map.of("epoch", 3, "w", Torch.tensor(1.0, 2.0)), out);
    Checkpoint loaded = Torch.load(new ByteArrayInputStream(out.toByteArray()));
    assertThat(loaded.longValue("epoch")).isEqualTo(3);
    assertThat(loaded.tensor("w").tolist()).isEqualTo(List.of(1.0, 2.0));
  }

  @Test void streams_areFlushedAndReadToTheirEnd_butLeftOpen() throws IOException {
    var closed = new boolean[2];
    var flushed = new boolean[1];
    var bytes = new ByteArrayOutputStream();
    Torch.save(Torch.ones(2), new FilterOutputStream(bytes) {
      @Override public void flush() { flushed[0] = true; }

      @Override public void close() { closed[0] = true; }
    });
    var in = new FilterInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
      @Override public void close() { closed[1] = true; }
    };
    assertThat(Torch.load(in).tensor().tolist()).isEqualTo(List.of(1.0, 1.0));
    assertThat(in.read()).isEqualTo(-1);
    assertThat(flushed).containsExactly(true);
    assertThat(closed).containsExactly(false, false);
  }

  @Test void options_areThoseOfFiles() {
    byte[] bytes = GoldenFile.bytes("io/state_dict.pt");
    StateDict copied = Torch.load(new ByteArrayInputStream(bytes)).stateDict();
    StateDict mapped = Torch.load(new ByteArrayInputStream(bytes), o -> o.mmap(true)).stateDict();
    FormatGolden.assertSame(mapped, copied);
    byte[] located = GoldenFile.bytes("io/located.pt");
    assertThat(outcome(() -> Torch.load(new ByteArrayInputStream(located), o -> o.mapLocation("cpu"))))
        .isEqualTo(outcome(() -> Torch.load(GoldenFile.path("io/located.pt"), o -> o.mapLocation("cpu"))))
        .startsWith("read ");
  }

  /** Whole goldens first, then damaged ones: what a stream gives, or its error, is what the file of the same bytes gives. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5}) void load_isThatOfAFile_damagedOrNot(int golden) throws IOException {
    byte[] whole = GoldenFile.bytes(GOLDENS.get(golden));
    assertThat(same(whole)).as("a whole file").isTrue();
    var mutations = new Mutations(List.of(whole));
    var random = new SplittableRandom(golden);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      if (!same(mutations.next(random))) refused++;
    }
    assertThat(refused).as("damaged files refused").isPositive();
  }

  /** Whether both can be read. */
  private boolean same(byte[] bytes) throws IOException {
    Path file = Files.write(dir.resolve("file"), bytes);
    try (var scope = Scope.open()) {
      String expected = outcome(() -> Checkpoint.load(file));
      String actual = outcome(() -> Torch.load(new ByteArrayInputStream(bytes)));
      assertThat(actual).isEqualTo(expected.replaceFirst("^file:", "stream:"));
      return !actual.startsWith("stream:");
    }
  }

  private interface Load {
    Checkpoint load();
  }

  private static String outcome(Load load) {
    try {
      Object value = load.load().value();
      return value instanceof Tensor || value instanceof Map ? "read " + value : "read a " + value;
    } catch (CheckpointException e) {
      return e.getMessage();
    }
  }

  @Test void load_emptyStream_isRefused() {
    assertThatThrownBy(() -> Torch.load(InputStream.nullInputStream())).isInstanceOf(CheckpointException.class)
        .hasMessage("stream: file is empty (expected: 0x504b, a zip file of torch.save)");
  }

  @Test void load_indexOfSeveralFiles_isRefused() {
    byte[] index = GoldenFile.bytes("formats/sharded.safetensors.index.json");
    assertThatThrownBy(() -> Torch.load(new ByteArrayInputStream(index))).isInstanceOf(CheckpointException.class)
        .hasMessage(
            "stream: begins like an index of safetensors files (expected: a file with tensors); load an index by"
                + " its path");
  }

  @Test void failingStreams_areNamed() {
    var broken = new InputStream() {
      @Override public int read() throws IOException { throw new IOException("connection reset"); }
    };
    assertThatThrownBy(() -> Torch.load(broken)).isInstanceOf(CheckpointException.class)
        .hasMessage("stream: cannot be read: connection reset");
    var full = new OutputStream() {
      @Override public void write(int b) throws IOException { throw new IOException("no space left"); }
    };
    assertThatThrownBy(() -> Torch.save(Torch.ones(1), full)).isInstanceOf(CheckpointException.class)
        .hasMessage("stream: cannot be written: no space left");
  }

  @Test void save_ofWhatCannotBeSaved_writesNothing() {
    var out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> Torch.save(Map.of("net", new Object()), out)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("stream: ");
    assertThat(out.size()).isZero();
  }

  @Test void load_leavesNoTemporaryFile() throws IOException {
    var out = new ByteArrayOutputStream();
    Torch.save(Torch.ones(1), out);
    // counted by content, as other processes make temporary files meanwhile
    byte[] bytes = out.toByteArray();
    Torch.load(new ByteArrayInputStream(bytes));
    try (var folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "jtorch*")) {
      for (Path folder : folders) {
        Path copy = folder.resolve("stream");
        assertThat(Files.exists(copy) && Files.size(copy) == bytes.length).as(copy.toString()).isFalse();
      }
    }
  }
}
