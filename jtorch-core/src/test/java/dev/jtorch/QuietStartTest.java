package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A library prints nothing on its user's terminal while nothing is wrong. */
class QuietStartTest {
  @Test void firstTensor_printsNothing() throws IOException {
    // the tests have an SLF4J provider, users need none
    String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j-nop")).collect(Collectors.joining(File.pathSeparator));
    Process program =
        JavaProcess.withClassPath(classPath, FirstTensor.class.getName()).redirectErrorStream(true).start();
    assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("tensor([2., 2.])\n");
  }

  /** Loads LibTorch, runs operators and a backward pass. */
  static final class FirstTensor {
    private FirstTensor() {}

    public static void main(String[] args) {
      Tensor x = Torch.ones(2).requiresGrad_();
      x.mul(2).sum().backward();
      System.out.println(x.grad());
    }
  }
}
