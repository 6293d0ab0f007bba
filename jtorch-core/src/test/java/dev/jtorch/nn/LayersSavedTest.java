package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.nn.saving.WholeModel;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer of the table can be saved whole and copied, with its settings and its state. */
class LayersSavedTest {
  @TempDir private Path folder;

  static Stream<LayerCase> cases() { return LayerCases.all(); }

  @ParameterizedTest
  @MethodSource("cases") void saved_andRead_isTheSameLayer(LayerCase line) {
    Module layer = line.make().get();
    Path file = folder.resolve("layer.pt");
    WholeModel.save(layer, file);
    same(WholeModel.load(file, layer.getClass()), layer);
  }

  @ParameterizedTest
  @MethodSource("cases") void copied_isTheSameLayer(LayerCase line) {
    Module layer = line.make().get();
    same(layer.deepCopy(), layer);
  }

  private static void same(Module actual, Module expected) {
    assertThat(actual).hasSameClassAs(expected);
    assertThat(actual.toString()).isEqualTo(expected.toString());
    var state = actual.stateDict();
    assertThat(state.keySet()).containsExactlyElementsOf(expected.stateDict().keySet());
    expected.stateDict().forEach((key, value) -> assertThat(state.get(key)).isIdenticalTo(value));
  }
}
