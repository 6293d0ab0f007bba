package dev.jtorch.io.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.io.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Python saved, read into tensors and saved again by Java. */
class RewrittenFileTest {
  static Stream<String> goldens() { return Stream.of(Golden.CANONICAL, Golden.OTHERS).flatMap(List::stream); }

  @ParameterizedTest
  @MethodSource("goldens") void save_whatWasLoaded_holdsTheSame(String name) throws IOException {
    // goldens/io/round_trip.py reads this folder with PyTorch.
    Path copy = Files.createDirectories(Path.of("target", "written", "tensors")).resolve(name + ".pt");
    Object value = Checkpoint.load(Golden.path(name + ".pt"), o -> o.mapLocation("cpu")).value();
    Checkpoint.save(value, copy);
    try (var file = PickleFile.read(copy)) {
      file.verify();
      // a Parameter is read as a tensor
      assertThat(Description.of(file)).isEqualTo(Golden.description(name).replace("parameter(", "tensor("));
    }
  }
}
