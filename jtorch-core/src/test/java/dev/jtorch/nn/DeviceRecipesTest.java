package dev.jtorch.nn;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Torch;
import dev.jtorch.io.StateDict;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.saving.WholeModel;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are saved on one device and used on another. */
class DeviceRecipesTest {
  @TempDir private Path folder;

  private void loadMoveAndRun(Device device) {
    var saved = new Linear(2, 3);
    saved.to(device);
    saved.stateDict().save(folder.resolve("net.pt"));
    var net = new Linear(2, 3);
    net.loadStateDict(StateDict.load(folder.resolve("net.pt")));
    net.to(device);
    assertThat(net.call(Torch.ones(1, 2).to(device)).device()).isEqualTo(device);
  }

  private void bothVariants(Device device) {
    var saved = new Linear(2, 3);
    Path file = folder.resolve("net.pt");
    WholeModel.save(saved, file);
    Linear placed = WholeModel.load(file, Linear.class, o -> o.device(device));
    Linear moved = WholeModel.load(file, Linear.class);
    moved.to(device);
    assertThat(placed.weight.device()).isEqualTo(device);
    assertThat(moved.weight).isIdenticalTo(placed.weight);
    assertThat(moved.weight.cpu()).isIdenticalTo(saved.weight);
  }

  @Test void modelAndInputs_moveTogether() {
    loadMoveAndRun(Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu"));
  }

  @Row("S4-102")
  @Test void placingWhileLoading_equalsMovingAfterwards() {
    bothVariants(Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu"));
  }

  @OnCuda
  @Row("S4-102")
  @Test void recipes_onEveryGpu() {
    for (int i = 0; i < Cuda.deviceCount(); i++) {
      loadMoveAndRun(Device.cuda(i));
      var net = new Linear(2, 3);
      net.to(Device.cuda(i));
      assertThatThrownBy(() -> net.call(Torch.ones(1, 2))).isInstanceOf(DeviceException.class);
      bothVariants(Device.cuda(i));
    }
  }
}
