package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens near the end of the stack happens in a process of its own: a crash there names the last call. */
class StackEndTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"texts", "graphs", "files"}) void calls_atTheEndOfTheStack_throwOrWork(String group)
      throws IOException, InterruptedException {
    Process process = JavaProcess.of("-Xss600k", "-Xmx512m", "-XX:ErrorFile=" + dir.resolve("crash"),
        "-XX:-CreateCoredumpOnCrash", StackEnd.class.getName(), group).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines()).last().isEqualTo("survived");
  }
}
