package dev.jtorch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The notes on training in docs/training.md, which are advice and nothing that runs. */
class TrainingNotesTest {
  @Row({"S4-249", "S4-257"})
  @Test void notes_coverBatchSizeAndImageOperators() throws IOException {
    assertThat(Path.of("../docs/training.md")).exists();
    String notes = Files.readString(Path.of("../docs/training.md"));
    assertThat(notes).contains("\n## Batch size\n", "\n## Differentiable image operators\n", "kornia");
  }
}
