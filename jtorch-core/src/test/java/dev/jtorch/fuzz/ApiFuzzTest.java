package dev.jtorch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@link ApiFuzz}, in a process of its own, because a crash must not take the tests with it. */
class ApiFuzzTest {
  private static final String CALLS = "4000";
  private static final String SEED = "20261127";
  private static final long MINUTES = 10;

  @TempDir Path dir;

  @Test void nonsense_isRefusedInOneLine_andNeverCrashes() throws IOException, InterruptedException {
    requireNothingFound(CALLS);
  }

  @Test void null_isRefusedInOneLine_forEachArgumentOfEachMethod() throws IOException, InterruptedException {
    requireNothingFound(ApiFuzz.NULLS);
  }

  private void requireNothingFound(String calls) throws IOException, InterruptedException {
    Path journal = dir.resolve("journal");
    Path output = dir.resolve("output");
    Process fuzz = JavaProcess.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:ErrorFile=" + dir.resolve("crash"),
        ApiFuzz.class.getName(), calls, SEED, journal.toString()).redirectErrorStream(true)
        .redirectOutput(output.toFile()).start();
    boolean ended = fuzz.waitFor(MINUTES, TimeUnit.MINUTES);
    fuzz.destroyForcibly().waitFor(); // a call that never ends must not outlive the test
    String last = Files.exists(journal) ? Files.readString(journal).lines().findFirst().orElse("") : "none";
    assertThat(fuzz.exitValue()).as("%s%nended %s, last call: %s", Files.readString(output), ended, last).isZero();
  }
}
