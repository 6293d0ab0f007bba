package dev.jtorch.io;

import static dev.jtorch.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.Adam;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of tensors that lie, or shall lie, on a CUDA device. */
@OnCuda
class CheckpointsOnCudaTest {
  private static final Device GPU = Device.cuda(0);
  /** One tensor of the CPU and two of the GPUs 1 and 3 of another machine. */
  private static final Path LOCATED = Path.of("src/test/resources/golden/io/located.pt");

  @TempDir Path dir;

  @Row({"S4-094", "S4-097"})
  @Test void storages_goWhereTheyWereOrWhereTheyAreSent() {
    Tensor there = Torch.arange(4).to(GPU);
    Path file = dir.resolve("there.pt");
    Checkpoint.save(Map.of("there", there, "view", there.narrow(0, 1, 2), "here", Torch.ones(2)), file);
    StateDict back = StateDict.load(file);
    assertThat(back.get("there").device()).isEqualTo(GPU);
    assertThat(back.get("here").device()).isEqualTo(Device.CPU);
    assertThat(back.get("there").cpu()).isIdenticalTo(Torch.arange(4));
    back.get("there").zero_();
    assertThat(back.get("view").cpu()).isIdenticalTo(Torch.arange(4).narrow(0, 1, 2).mul(0)); // storages stay shared
    assertThat(StateDict.load(file, o -> o.mapLocation("cpu")).get("there").device()).isEqualTo(Device.CPU);
    StateDict remapped =
        StateDict.load(LOCATED, o -> o.mapLocation(Map.of("cuda:1", "cuda:0", "cuda:3", "cuda:0")));
    assertThat(remapped.get("three").device()).isEqualTo(GPU);
    assertThat(remapped.get("here").device()).isEqualTo(Device.CPU);
    assertThat(remapped.get("three").toFloatArray()).containsExactly(3, 3, 3);
    assertThat(StateDict.load(LOCATED, o -> o.mapLocation("cuda:0")).get("here").device()).isEqualTo(GPU);
  }

  @Test void strides_areKept() {
    Tensor transposed = Torch.arange(6).view(2, 3).to(GPU).t();
    Path file = dir.resolve("strided.pt");
    Checkpoint.save(Map.of("transposed", transposed, "expanded", Torch.ones(1).to(GPU).expand(5, 4)), file);
    StateDict back = StateDict.load(file);
    assertThat(back.get("transposed").stride()).containsExactly(1L, 3L);
    assertThat(back.get("transposed").cpu()).isIdenticalTo(transposed.cpu());
    assertThat(back.get("expanded").stride()).containsExactly(0L, 0L);
  }

  @Row("S4-100")
  @Test void recipe_savedAndLoadedOnTheDevice() {
    var saved = new Linear(2, 3);
    saved.to(GPU);
    Path file = dir.resolve("net.pt");
    saved.stateDict().save(file);
    var net = new Linear(2, 3);
    net.loadStateDict(StateDict.load(file)); // lies on the device, and is copied to where the net is
    assertThat(net.weight.device()).isEqualTo(Device.CPU);
    net.to(GPU);
    Tensor input = Torch.ones(1, 2);
    assertThat(net.call(input.to(GPU)).device()).isEqualTo(GPU);
    assertThat(net.call(input.to(GPU)).cpu()).isIdenticalTo(saved.call(input.to(GPU)).cpu());
    assertThatThrownBy(() -> net.call(input)).isInstanceOf(DeviceException.class).hasMessageStartingWith(
        "Linear: Expected all tensors to be on the same device, but got mat1 is on cpu, different from other tensors on cuda:0");
  }

  @Test void otherFormats_holdTensorsOfTheDevice() {
    Tensor there = Torch.arange(6).view(2, 3).toFloat().to(GPU);
    SafeTensors.save(Map.of("there", there), dir.resolve("a.safetensors"));
    assertThat(SafeTensors.load(dir.resolve("a.safetensors")).get("there")).isIdenticalTo(there.cpu());
    Npy.save(there, dir.resolve("a.npy"));
    assertThat(Npy.load(dir.resolve("a.npy"))).isIdenticalTo(there.cpu());
  }

  /** With dropout on the device, whose random numbers must go on, too. */
  private static final class Training {
    final Sequential net =
        new Sequential(new Linear(4, 16), new ReLU(), new Dropout(0.3), new Linear(16, 3));
    final Adam optimizer;
    final TrainingState state;
    final List<Double> losses = new ArrayList<>();

    Training() {
      net.to(GPU);
      optimizer = new Adam(net.parameters(), o -> o.lr(0.01));
      state = new TrainingState().model("model", net::stateDict, net::loadStateDict)
          .part("optimizer", optimizer::stateDict, optimizer::loadStateDict);
    }

    void steps(int count) {
      Tensor x = Torch.arange(200).view(50, 4).remainder(7).toFloat().to(GPU);
      Tensor y = Torch.arange(50).remainder(3).to(GPU);
      for (int i = 0; i < count; i++) {
        optimizer.zeroGrad();
        Tensor loss = F.crossEntropy(net.call(x), y);
        loss.backward();
        optimizer.step();
        losses.add(loss.item());
      }
    }
  }

  @Test void resume_goesOnBitForBit() {
    Torch.manualSeed(1);
    var whole = new Training();
    whole.steps(10);
    Torch.manualSeed(1);
    var half = new Training();
    half.steps(5);
    new Checkpointer(dir, half.state).save(5, Map.of());
    Torch.manualSeed(99);
    var rest = new Training();
    new Checkpointer(dir, rest.state).resume();
    rest.steps(5);
    assertThat(rest.losses).isEqualTo(whole.losses.subList(5, 10));
    whole.net.stateDict()
        .forEach((key, value) -> assertThat(rest.net.stateDict().get(key).cpu()).isIdenticalTo(value.cpu()));
  }
}
