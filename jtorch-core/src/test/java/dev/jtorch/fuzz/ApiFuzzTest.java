package dev.jtorch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@link ApiFuzz}, in a process of its own, because a crash must not take the tests with it. */
@Timeout(300)
class ApiFuzzTest {
  private static final String CALLS = "4000";
  private static final String SEED = "20261127";

  @TempDir Path dir;

  @Test void nonsense_isRefusedInOneLine_andNeverCrashes() throws IOException, InterruptedException {
    Path journal = dir.resolve("journal");
    Path output = dir.resolve("output");
    Process fuzz = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:+UseSerialGC", "-XX:ErrorFile=" + dir.resolve("crash"), "-cp", System.getProperty("java.class.path"),
        ApiFuzz.class.getName(), CALLS, SEED, journal.toString()).redirectError(Redirect.DISCARD)
        .redirectOutput(output.toFile()).start();
    int exit = fuzz.waitFor();
    String last = Files.readString(journal).lines().findFirst().orElse("");
    assertThat(exit).as("%s%nlast call: %s", Files.readString(output), last).isZero();
  }
}
