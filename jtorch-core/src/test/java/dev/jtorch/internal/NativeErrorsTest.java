package dev.jtorch.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.IndexException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.JavaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeErrorsTest {
  /** Prints the cause of a failing operator. */
  static final class Failing {
    public static void main(String[] args) { System.out.println(cause()); }

    static String cause() {
      Tensor x = Torch.ones(2, 3);
      return String.valueOf(catchThrowable(() -> x.mm(x)).getCause().getMessage());
    }
  }

  /** Their names are looked up for each failure, which takes longer than all the rest of it together. */
  @Test void cause_hasNoCppFrames() {
    assertThat(Failing.cause()).startsWith("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)\n")
        .contains("Exception raised from meta at ").doesNotContain("frame #");
  }

  @Test void cause_hasCppFrames_whereAskedFor() throws IOException {
    assertThat(printed(JavaProcess.of("-Djtorch.debug=true", Failing.class.getName())))
        .contains("frame #0: c10::Error");
    ProcessBuilder likePython = JavaProcess.of(Failing.class.getName());
    likePython.environment().put("TORCH_SHOW_CPP_STACKTRACES", "1");
    assertThat(printed(likePython)).contains("frame #0: c10::Error");
  }

  @Test void failure_onLibTorchsThreads() {
    Tensor index = Torch.zeros(1_000_000).toLong();
    index.narrow(0, 999_999, 1).fill_(9);
    Tensor x = Torch.ones(3);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> x.gather(0, index)).isInstanceOf(IndexException.class)
          .hasMessage("index 9 is out of bounds for dimension 0 with size 3");
    }
  }

  /** Fills the heap in a hook to the last kilobyte, three times. */
  static final class Hoarder {
    private static final List<byte[]> HOARD = new ArrayList<>();

    public static void main(String[] args) {
      Tensor w = Torch.ones(10).requiresGrad_(true);
      for (int i = 0; i < 3; i++) {
        Tensor loss = w.mul(2);
        loss.registerHook(grad -> {
          while (true) HOARD.add(new byte[1000]);
        });
        try {
          loss.sum().backward();
        } catch (OutOfMemoryError e) {
          HOARD.clear();
          System.out.println("out of memory");
        }
      }
      w.mul(2).sum().backward();
      System.out.println("done");
    }
  }

  /** C++ could make no exception in a full heap, and the process ended with a segmentation fault. */
  @Test void fullHeapInAHook_isAnOrdinaryError() throws IOException {
    assertThat(printed(JavaProcess.of("-Xmx64m", Hoarder.class.getName()))).isEqualTo(
        "out of memory\nout of memory\nout of memory\ndone\n");
  }

  private static String printed(ProcessBuilder java) throws IOException {
    Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
  }
}
