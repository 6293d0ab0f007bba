package dev.jtorch.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jtorch.TorchException;
import dev.jtorch.io.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no TorchScript archives, or were. */
class JitFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"state.pt|is a file of torch.save|; StateDict.load or Torch.load reads it",
    "results.safetensors|is a safetensors file|; SafeTensors.load reads it"}) void load_anotherKind(String name,
        String what, String reader) {
    assertThatThrownBy(() -> Jit.load(Archives.path(name))).isInstanceOf(CheckpointException.class)
        .hasMessage(name + ": " + what + " (expected: a TorchScript archive)" + reader);
  }

  @Test void load_noFile() throws IOException {
    assertThatThrownBy(() -> Jit.load(folder.resolve("net.pt"))).isInstanceOf(CheckpointException.class)
        .hasMessage("net.pt: there is no such file (expected: a TorchScript archive)");
    Files.createDirectory(folder.resolve("dir.pt"));
    assertThatThrownBy(() -> Jit.load(folder.resolve("dir.pt")))
        .hasMessage("dir.pt: is a folder (expected: a TorchScript archive)");
    Files.writeString(folder.resolve("text.pt"), "hello");
    assertThatThrownBy(() -> Jit.load(folder.resolve("text.pt")))
        .hasMessage("text.pt: is a file of another kind (expected: a TorchScript archive); save it again");
    Files.writeString(folder.resolve("empty.pt"), "");
    assertThatThrownBy(() -> Jit.load(folder.resolve("empty.pt"))).isInstanceOf(CheckpointException.class);
  }

  @Test void load_truncatedAnywhere() throws IOException {
    byte[] whole = Archives.bytes("methods.pt");
    for (int length = 0; length < whole.length; length++) expectRefusal(Arrays.copyOf(whole, length));
  }

  @Test void load_flippedAnywhere() throws IOException {
    byte[] whole = Archives.bytes("loops.pt");
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("net.pt"), flipped);
      Throwable thrown = catchThrowable(() -> Jit.load(file)); // a flip in what nobody reads does no harm
      if (thrown != null) assertOneLine(thrown);
    }
  }

  private void expectRefusal(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("net.pt"), content);
    assertOneLine(catchThrowable(() -> Jit.load(file)));
  }

  private static void assertOneLine(Throwable thrown) {
    assertThat(thrown).isInstanceOfAny(CheckpointException.class, TorchException.class);
    assertThat(thrown.getMessage()).doesNotContain("\n");
  }
}
