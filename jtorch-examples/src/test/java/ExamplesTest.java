import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the examples as a user would, and reads what they print. */
class ExamplesTest {
  private interface Program {
    void main(String[] args) throws Exception;
  }

  private static String run(Program program, String... args) throws Exception {
    PrintStream console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.main(args);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test void trainDigits_learnsAndLoadsAgain() throws Exception {
    String printed = run(TrainDigits::main);
    assertThat(printed)
        .startsWith("LeNet(\n  (conv1): Conv2d(1, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)")
        .contains("Total params: 6,106");
    double trained = accuracy(printed, "epoch 4: accuracy ");
    assertThat(trained).isGreaterThan(0.9);
    assertThat(accuracy(printed, "loaded: accuracy ")).isEqualTo(trained);
    delete("digits.pt");
  }

  @Test void firstNet_savesItsState() throws Exception {
    run(FirstNet::main);
    assertThat(Path.of("net.pt")).exists();
    delete("net.pt");
  }

  @Test void sideBySide_matchesPython() throws Exception {
    assertThat(run(SideBySide::main)).startsWith("tensor([[2., 2., 2.],\n        [2., 2., 2.]])");
  }

  @Test void copyAndState_fits() throws Exception {
    assertThat(run(CopyAndState::main).lines()).containsExactly("<All keys matched successfully>", "{version=1}");
  }

  private static double accuracy(String printed, String label) {
    int at = printed.indexOf(label) + label.length();
    return Double.parseDouble(printed.substring(at, printed.indexOf('\n', at)).replace(',', '.'));
  }

  private static void delete(String name) throws IOException { Files.delete(Path.of(name)); }
}
