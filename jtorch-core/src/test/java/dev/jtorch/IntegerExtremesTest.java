package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link IntegerExtremes} in a process of its own, which a trap of the processor may end. */
class IntegerExtremesTest {
  @TempDir Path dir;

  @Test void operators_onExtremeIntegers_wrapAroundOrRefuse() throws IOException, InterruptedException {
    Process process = JavaProcess.of("-Xmx512m", "-XX:ErrorFile=" + dir.resolve("crash"), "-XX:-CreateCoredumpOnCrash",
        IntegerExtremes.class.getName()).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - 40), lines.size());
    assertThat(process.waitFor()).as("after %s", last).isZero();
    assertThat(lines).last().isEqualTo("survived");
  }
}
