package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@link CheckpointFuzz}. */
@Timeout(600)
class CheckpointFuzzTest {
  @TempDir Path dir;

  @Test void load_damagedFiles_neverCrashes() {
    var fuzz = new CheckpointFuzz(dir);
    fuzz.run(20_000, 20_260_101, 0);
    assertThat(fuzz.crashes()).isZero();
    assertThat(fuzz.loaded()).as("files that are still readable, or the damage hides the reader").isPositive();
  }
}
