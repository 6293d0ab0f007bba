package dev.jtorch.io.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test void replace_leavesOneWholeFile() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.replace(file, "first".getBytes(UTF_8));
    AtomicFile.replace(file, "two".getBytes(UTF_8));
    assertThat(file).hasContent("two");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test void replace_thatFailsKeepsTheOldFile() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.replace(file, "old".getBytes(UTF_8));
    assertThatThrownBy(() -> AtomicFile.replace(file, out -> {
      out.write(ByteBuffer.wrap("ne".getBytes(UTF_8)));
      throw new IOException("disk full");
    })).hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }
}
