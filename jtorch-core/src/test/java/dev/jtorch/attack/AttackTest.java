package dev.jtorch.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each attack for a few seconds, in a process of its own, because a crash must not take the tests with it.
 *
 * <p>{@code -Djtorch.attack.seconds=N} gives each of them N seconds, and {@code -Djtorch.attack.seed=N} other random numbers.
 */
class AttackTest {
  private static final long SECONDS = Long.getLong("jtorch.attack.seconds", 6);
  private static final long SEED = Long.getLong("jtorch.attack.seed", 20261201);
  /** For the start of the process, and for a call that takes long because the machine is busy. */
  private static final long MORE_SECONDS = 180;
  private static final int LINES = 60;

  /** glibc overwrites what is freed and gives big blocks back at once, so that a use after that crashes and is not overlooked. */
  private static final Map<String, String> STRICT_MEMORY =
      Map.of("MALLOC_PERTURB_", "165", "MALLOC_MMAP_THRESHOLD_", "65536");

  @TempDir Path dir;

  @Test void races() throws Exception { survives(RaceAttack.class); }

  @Test void abandonedLoaders() throws Exception { survives(LoaderAttack.class); }

  @Test void recursionToTheEndOfTheStack() throws Exception { survives(RecursionAttack.class); }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21) void virtualThreads() throws Exception {
    survives(VirtualThreadAttack.class);
  }

  @Test void killsDuringSaves() throws Exception { survives(SavingAttack.class); }

  @Test void hostileBackwardFunctions() throws Exception { survives(BackwardAttack.class); }

  @Test void integersAtTheirLimits() throws Exception { survives(IntegerAttack.class); }

  @Test void hooksDuringTraining() throws Exception { survives(HookAttack.class); }

  @Test void closingAgainstUse() throws Exception { survives(ClosingAttack.class); }

  private void survives(Class<?> attack) throws IOException, InterruptedException {
    Path output = dir.resolve("output");
    ProcessBuilder builder = JavaProcess.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + dir.resolve("crash"), attack.getName(), Long.toString(SECONDS), Long.toString(SEED))
        .redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(STRICT_MEMORY);
    Process process = builder.start();
    boolean ended = process.waitFor(SECONDS + MORE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor(); // a call that never ends must not outlive the test
    assertThat(process.exitValue()).as("%s with seed %d, %s; its last words:%n%s", attack.getSimpleName(), SEED,
        ended ? "ended" : "did not end", lastLines(output)).isZero();
  }

  private static String lastLines(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
