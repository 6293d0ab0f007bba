package dev.jtorch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test void doctor_showsWhatItFound() {
    CommandRun run = CommandRun.of("doctor");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Environment\n  JTorch ").endsWith("\nSelf-test: passed\n").contains(
        "\n  LibTorch        2.10.0\n", "\n  CPU capability  ", "\n  CUDA            ", "\n  threads         ",
        "\nSettings\n", "\n  OMP_WAIT_POLICY ", "\n  org.bytedeco.javacpp.maxphysicalbytes  0\n", "\nNative jars\n");
    assertThat(run.out()).containsPattern("\n  pytorch-2\\.10\\.0-1\\.5\\.13-\\S+\\.jar  +\\d+\\.\\d MB\n");
  }

  @Test void missingNatives_areOneLineAndExitCode1() throws IOException, InterruptedException {
    String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*(pytorch|openblas)-[\\d.-]+-[a-z]+-\\w+(-gpu)?\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
    Process doctor =
        JavaProcess.withClassPath(classPath, Main.class.getName(), "doctor").redirectErrorStream(true).start();
    String out = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(doctor.waitFor()).isEqualTo(1);
    assertThat(out).hasLineCount(1)
        .matches("jtorch doctor: JTorch: LibTorch's native libraries for (\\S+) could not be loaded \\(expected: "
            + "jniopenblas_nolapack and jnitorch on the class path; .+\\); add the dependency dev\\.jtorch:jtorch-\\1\n");
  }
}
