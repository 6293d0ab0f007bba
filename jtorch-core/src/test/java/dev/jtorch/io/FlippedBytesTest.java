package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Changed bytes either leave a file of tensors and plain data, or end in one exception of one line. */
class FlippedBytesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/io");

  @Property(tries = 400) void load_aFileWithChangedBytes_isRefusedOrHarmless(@ForAll("files") String name,
      @ForAll @Size(min = 1, max = 5) Map<@IntRange(max = 3000) Integer, Byte> changes) throws IOException {
    byte[] bytes = Files.readAllBytes(GOLDENS.resolve(name));
    changes.forEach((at, value) -> bytes[at % bytes.length] = value);
    Path file = Files.createTempFile("flipped", ".pt");
    try (var scope = Scope.open()) {
      Files.write(file, bytes);
      Checkpoint.load(file, o -> o.mapLocation("cpu"));
    } catch (CheckpointException e) {
      assertThat(e.getMessage()).hasLineCount(1);
    } finally {
      Files.delete(file);
    }
  }

  @Provide Arbitrary<String> files() {
    return Arbitraries
        .of(List.of("views.pt", "plain.pt", "deflated.pt", "zip64.pt", "legacy_plain.pt", "legacy_parameters.pt",
            "refused/sparse.pt", "refused/legacy_module.pt"));
  }
}
