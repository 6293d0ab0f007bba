package dev.jtorch.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test void replace_leavesOneWholeFile() throws IOException {
    AtomicFile.replace(folder.resolve("a.txt"), "one");
    AtomicFile.replace(folder.resolve("a.txt"), "two");
    assertThat(folder.resolve("a.txt")).hasContent("two");
    assertThat(folder).isDirectoryContaining("glob:**/a.txt").satisfies(f -> assertThat(Files.list(f)).hasSize(1));
  }

  @Test void replace_thatFailsKeepsTheOldFile() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.replace(file, "old");
    assertThatThrownBy(() -> AtomicFile.replace(file, temporary -> {
      Files.writeString(temporary, "ne");
      throw new IOException("disk full");
    })).hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(Files.list(folder)).hasSize(1);
  }
}
