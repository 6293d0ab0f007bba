package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.testing.JavaProcess;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a process says as it uses modules. */
class ProcessTest {
  private static List<String> lines;

  @BeforeAll static void runProbe() throws IOException {
    lines = JavaProcess.linesOf(ProcessProbe.class);
  }

  @Row("S2-007")
  @Test void firstModule_isReportedOnce() {
    assertThat(lines).contains("heard [python.nn_module]");
    assertThat(lines).filteredOn(line -> line.contains("usage logger"))
        .containsExactly("WARNING the usage logger failed at python.nn_module");
  }

  @Row("S2-015")
  @Test void zeroGrad_ofAReplica_warns() {
    assertThat(lines).filteredOn(line -> line.contains("zero_grad")).containsExactly(
        "WARNING Calling .zero_grad() from a module created with nn.DataParallel() has no effect. The parameters are copied (in a"
            + " differentiable manner) from the original module. This means they are not leaf nodes in autograd and so don't"
            + " accumulate gradients. If you need gradients in your forward method, consider using autograd.grad instead.");
  }
}
