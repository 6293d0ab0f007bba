package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jtorch.Cuda;
import dev.jtorch.Device;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file {@code located.pt} holds one tensor of the CPU and two of the GPUs 1 and 3 of another machine. */
class MapLocationTest {
  private static final Path LOCATED = Path.of("src/test/resources/golden/io/located.pt");
  private static final String NO_CUDA =
      "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is"
          + " False. If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map"
          + " your storages to the CPU.";

  @TempDir Path dir;

  @Row({"S4-094", "S4-097"})
  @Test void device_getsEveryStorage() {
    List<UnaryOperator<CheckpointOptions>> ways = List.of(o -> o.mapLocation("cpu"), o -> o.mapLocation(Device.CPU),
        o -> o.mapLocation("cpu").mmap(true));
    for (var way : ways) {
      StateDict state = StateDict.load(LOCATED, way);
      assertThat(state.keySet()).containsExactly("here", "one", "three");
      state.values().forEach(tensor -> assertThat(tensor.device()).hasToString("cpu"));
      assertThat(state.get("three").toFloatArray()).containsExactly(3, 3, 3);
    }
    StateDict meta = StateDict.load(LOCATED, o -> o.mapLocation("meta"));
    assertThat(meta.get("three").device()).isEqualTo(Device.META);
    assertThat(meta.get("three").shape()).containsExactly(3L);
  }

  @Row({"S4-094", "S4-098"})
  @Test void function_isCalledOnceForEachStorage() {
    List<String> tags = new ArrayList<>();
    List<Device> devices = new ArrayList<>();
    StateDict state = StateDict.load(LOCATED, o -> o.mapLocation((storage, location) -> {
      tags.add(location);
      devices.add(storage.device());
      return storage;
    }));
    assertThat(tags).containsExactly("cpu", "cuda:1", "cuda:3");
    assertThat(devices).containsOnly(Device.CPU);
    assertThat(state.get("one").device()).isEqualTo(Device.CPU);
    assertThat(state.get("one").toFloatArray()).containsExactly(2, 2);

    tags.clear();
    Tensor base = Torch.arange(4);
    Checkpoint.save(List.of(base, base.narrow(0, 1, 2)), dir.resolve("shared.pt"));
    Checkpoint.load(dir.resolve("shared.pt"), o -> o.mapLocation((storage, location) -> {
      tags.add(location);
      return storage;
    }));
    assertThat(tags).containsExactly("cpu");
  }

  @Row("S4-098")
  @Test void function_thatGivesNull_leavesTheDefault() {
    assertThatThrownBy(() -> StateDict.load(LOCATED, o -> o.mapLocation((storage, location) -> null)))
        .isInstanceOf(CheckpointException.class).message().startsWith("Attempting to deserialize object on");
    StateDict state =
        StateDict.load(LOCATED, o -> o.mapLocation((storage, location) -> location.equals("cpu") ? null : storage));
    assertThat(state.get("here").toFloatArray()).containsExactly(1);
  }

  @Test void function_mayGiveOtherBytes() {
    StateDict state = StateDict.load(LOCATED, o -> o.mapLocation((storage, location) -> Torch.zerosLike(storage)));
    assertThat(state.get("three").toFloatArray()).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> StateDict.load(LOCATED, o -> o.mapLocation((storage, location) -> Torch.ones(3))))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "mapLocation: result is a torch.float32 tensor of shape torch.Size([3]) (expected: the 4 bytes of the storage)");
  }

  @Row({"S4-094", "S4-099"})
  @Test void dictionary_remapsWhatItLists() {
    StateDict state = StateDict.load(LOCATED, o -> o.mapLocation(Map.of("cuda:1", "meta", "cuda:3", "cpu")));
    assertThat(state.get("here").device()).isEqualTo(Device.CPU);
    assertThat(state.get("one").device()).isEqualTo(Device.META);
    assertThat(state.get("three").device()).isEqualTo(Device.CPU);

    Checkpoint.save(Torch.ones(2), dir.resolve("cpu.pt"));
    Tensor here = Checkpoint.load(dir.resolve("cpu.pt"), o -> o.mapLocation(Map.of("cuda:1", "cuda:0"))).tensor();
    assertThat(here.device()).isEqualTo(Device.CPU);
  }

  @Row({"S4-094", "S4-096"})
  @Test void absentDevice_isRefusedInPythonsWords() {
    assumeFalse(Cuda.isAvailable(), "needs a machine without an NVIDIA GPU");
    assertThatThrownBy(() -> Torch.load(LOCATED)).isInstanceOf(CheckpointException.class).hasMessage(NO_CUDA);
    assertThatThrownBy(() -> Torch.load(LOCATED, o -> o.mapLocation(Map.of("cuda:1", "cuda:0"))))
        .isInstanceOf(CheckpointException.class).hasMessage(NO_CUDA);
    assertThatThrownBy(() -> Torch.load(LOCATED, o -> o.mapLocation("cuda:0"))).isInstanceOf(CheckpointException.class)
        .hasMessage(NO_CUDA);
  }

  /** Each text is what PyTorch 2.10 raises for a file with such a tag. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"cuda:x | Invalid device string: 'cuda:x'",
    "foo | don't know how to restore data location of torch.storage.UntypedStorage (tagged with foo)",
    "cpu:0 | don't know how to restore data location of torch.storage.UntypedStorage (tagged with cpu:0)",
    "xpu:0 | Attempting to deserialize object on a XPU device but torch.xpu.is_available() is False. If you are running on a"
        + " CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU."}) void unknownTag_isRefusedInPythonsWords(
            String tag, String message) {
    assertThatThrownBy(() -> Torch.load(LOCATED, o -> o.mapLocation(tag))).isInstanceOf(CheckpointException.class)
        .hasMessage(message);
  }

  @Row("S4-095")
  @Test void modelOnTheCpu_takesAStateOfAGpu() {
    var net = new Linear(2, 1);
    StateDict loaded = StateDict.load(LOCATED, o -> o.mapLocation("cpu"));
    var state = new StateDict();
    state.put("weight", loaded.get("one").view(1, 2));
    state.put("bias", loaded.get("here"));
    net.loadStateDict(state);
    assertThat(net.weight.device()).isEqualTo(Device.CPU);
    assertThat(net.call(Torch.ones(1, 2)).item()).isEqualTo(5.0);
  }
}
