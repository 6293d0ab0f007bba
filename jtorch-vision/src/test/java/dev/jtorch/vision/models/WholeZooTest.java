package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.saving.WholeModel;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are copied, and saved whole. */
class WholeZooTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"densenet121", "mobilenet_v2", "squeezenet1_1"}) void copyAndFile_giveTheSame(String name) {
    Layer net = Models.getModel(name, 5);
    net.eval();
    Tensor images = Torch.randn(1, 3, 64, 64);
    Tensor expected = net.call(images);
    Layer copy = net.deepCopy(Layer.class);
    assertThat(copy.call(images).equal(expected)).isTrue();
    WholeModel.save(net, folder.resolve("net.pt"));
    Layer loaded = WholeModel.load(folder.resolve("net.pt"), net.getClass());
    assertThat(loaded.call(images).equal(expected)).isTrue();
    assertThat(loaded).hasToString(net.toString());
  }
}
