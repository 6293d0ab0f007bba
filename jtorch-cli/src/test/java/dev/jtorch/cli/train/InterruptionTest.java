package dev.jtorch.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jtorch.cli.Main;
import dev.jtorch.cli.train.TrainConfig.NetworkChoice;
import dev.jtorch.cli.train.TrainConfig.OptimizerChoice;
import dev.jtorch.io.Checkpoint;
import dev.jtorch.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  private static final TrainConfig CONFIG = new TrainConfig(DataSource.DIGITS, NetworkChoice.LENET, 2, 64, 2e-3,
      OptimizerChoice.ADAM, 0, 0);

  @TempDir private Path folder;

  /** Stopped in the middle of the second epoch and continued, a run ends with the weights of one that was not. */
  @Test void interrupted_losesNothing() throws IOException {
    Path whole = folder.resolve("whole.pt");
    run(new Session(CONFIG, CONFIG.data().load()), whole, Integer.MAX_VALUE);
    for (int questions : new int[] {0, 30, 48}) {
      Path stopped = folder.resolve("stopped.pt");
      run(new Session(CONFIG, CONFIG.data().load()), stopped, questions);
      var continued = new Session(CONFIG, CONFIG.data().load());
      RunCheckpoint.read(stopped).restore(continued);
      run(continued, stopped, Integer.MAX_VALUE);
      Checkpoints.assertSame(whole, stopped);
    }
  }

  /** Trains until the question whether to stop has been asked so often. */
  private static void run(Session session, Path file, int questions) throws IOException {
    var asked = new AtomicInteger();
    var view = new TrainView(new PrintWriter(new StringWriter()), CONFIG.epochs());
    new Trainer(CONFIG, CONFIG.data().load(), view, () -> asked.incrementAndGet() > questions).run(session,
        result -> {});
    RunCheckpoint.write(file, CONFIG, session);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) void ctrlC_leavesACompleteCheckpoint() throws IOException, InterruptedException {
    // a shell's background jobs ignore SIGINT, and so do their children
    assumeFalse(interruptIgnored(), "SIGINT is ignored here");
    Process run = JavaProcess.of(Main.class.getName(), "train", "--epochs", "100000", "--out",
        folder.toString()).redirectErrorStream(true).start();
    try (var out = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = ""; !line.startsWith("epoch      2/"); line = out.readLine()) assertThat(line).isNotNull();
      new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();
      String rest = out.lines().collect(Collectors.joining("\n"));
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute; printed: %s", rest).isTrue();
      assertThat(run.exitValue()).isEqualTo(130);
      assertThat(rest)
          .matches("(?s)(epoch .*\n)?interrupted after epoch \\d+ and \\d+ steps; go on with: jtorch train --resume "
              + folder + "/checkpoint.pt");
    } finally {
      run.destroyForcibly();
    }
    assertThat(Checkpoint.load(folder.resolve("checkpoint.pt")).longValue("epoch")).isGreaterThanOrEqualTo(2);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("checkpoint.pt",
          "history.csv", "losses.csv");
    }
  }

  private static boolean interruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return false;
    try (var lines = Files.lines(status)) {
      String ignored =
          lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0").substring(7).strip();
      return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
    }
  }
}
