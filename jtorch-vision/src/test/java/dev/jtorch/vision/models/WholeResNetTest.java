package dev.jtorch.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.io.CheckpointException;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residual networks are saved and loaded in both forms. */
class WholeResNetTest {
  @TempDir private Path folder;

  @Row("S5-037")
  @Test void resnet152_savedWhole_andAsWeights() {
    Device device = Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu");
    ResNet net = ResNet.resnet152();
    net.to(device).eval();
    assertThat(net.parameters().stream().mapToLong(Tensor::numel).sum()).isEqualTo(60_192_808);
    assertThat(net.stateDict()).hasSize(932);
    Tensor x = Torch.ones(1, 3, 32, 32).to(device);
    try (var quiet = Torch.noGrad()) {
      Tensor expected = net.call(x);
      WholeModel.save(net, folder.resolve("whole.pkl"));
      ResNet whole = WholeModel.load(folder.resolve("whole.pkl"), ResNet.class);
      whole.to(device);
      assertThat(whole.call(x).equal(expected)).isTrue();
      net.stateDict().save(folder.resolve("weights.pth"));
      ResNet rebuilt = ResNet.resnet152();
      rebuilt.loadStateDict(StateDict.load(folder.resolve("weights.pth")));
      rebuilt.to(device).eval();
      assertThat(rebuilt.call(x).equal(expected)).isTrue();
    }
  }

  @Test void options_surviveUnlessTheyHoldAFunctionOfTheUsers() {
    Path file = folder.resolve("net.pt");
    ResNet net = ResNet.resnet18(o -> o.numClasses(7));
    net.fc = new Linear(512, 3);
    WholeModel.save(net, file);
    ResNet loaded = WholeModel.load(file, ResNet.class);
    assertThat(loaded).hasToString(net.toString());
    assertThat(loaded.options()).isEqualTo(net.options());
    ResNet own = ResNet.resnet18(o -> o.normLayer(channels -> new BatchNorm2d(channels)));
    assertThatThrownBy(() -> WholeModel.save(own, file)).isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("net.pt: ResNet.options.normLayer holds a lambda, which cannot be saved");
  }
}
