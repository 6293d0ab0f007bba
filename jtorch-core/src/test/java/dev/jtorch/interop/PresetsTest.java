package dev.jtorch.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.DTypeException;
import dev.jtorch.Device;
import dev.jtorch.DeviceException;
import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns what on the way to the presets and back. */
class PresetsTest {
  @Test void wrap_sharesElementsAndOutlivesThePresetsObject() {
    var pointer = torch.ones(2, 3);
    Tensor x = Presets.wrap(pointer);
    x.mul_(2);
    assertThat(pointer.sum().item_float()).isEqualTo(12);
    pointer.close();
    assertThat(x.tolist()).hasToString("[[2.0, 2.0, 2.0], [2.0, 2.0, 2.0]]");
  }

  @Test void wrap_belongsToTheInnermostScope() {
    var pointer = torch.ones(2);
    Tensor x;
    try (var scope = Scope.open()) {
      x = Presets.wrap(pointer);
    }
    assertThatThrownBy(x::sum).isInstanceOf(ReleasedTensorException.class);
    assertThat(pointer.sum().item_float()).isEqualTo(2);
  }

  @Test void unwrap_sharesElementsAndOutlivesTheTensor() {
    Tensor x = Torch.zeros(2);
    var pointer = Presets.unwrap(x);
    pointer.fill_(pointer.add(pointer).sum().add(torch.ones(1).sum()));
    assertThat(x.tolist()).hasToString("[1.0, 1.0]");
    x.close();
    assertThat(pointer.sum().item_float()).isEqualTo(2);
    assertThatThrownBy(() -> Presets.unwrap(x)).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void unwrap_closedLeavesTheTensorAlone() {
    Tensor x = Torch.ones(2);
    Presets.unwrap(x).close();
    assertThat(x.sum().item()).isEqualTo(2);
  }

  @Test void gradients_flowThroughPresetsCalls() {
    Tensor x = Torch.tensor(1.0, 2.0, 3.0).requiresGrad_(true);
    var pointer = Presets.unwrap(x);
    Tensor y = Presets.wrap(pointer.mul(pointer));
    assertThat(y.requiresGrad()).isTrue();
    y.sum().backward();
    assertThat(x.grad().tolist()).hasToString("[2.0, 4.0, 6.0]");
    assertThat(pointer.grad().sum().item_float()).isEqualTo(12);
  }

  @Test void wrap_refusesWhatIsNoTensor() {
    var closed = torch.ones(1);
    closed.close();
    assertThatThrownBy(() -> Presets.wrap(closed)).isInstanceOf(TorchException.class)
        .hasMessage("Presets.wrap: tensor is closed (expected: an open one)");
    assertThatThrownBy(() -> Presets.wrap(new org.bytedeco.pytorch.Tensor())).isInstanceOf(TorchException.class)
        .hasMessage("Presets.wrap: tensor is undefined (expected: a defined one)");
  }

  @ParameterizedTest @EnumSource void dtypes_areTheSameBothWays(DType type) {
    assertThat(Presets.wrap(Presets.unwrap(type))).isEqualTo(type);
    assertThat(Presets.wrap(Presets.unwrap(Torch.empty(new long[] {1}, o -> o.dtype(type))).scalar_type()))
        .isEqualTo(type);
  }

  @ParameterizedTest @ValueSource(strings = {"cpu", "cuda", "cuda:1", "mps", "meta"}) void devices_areTheSameBothWays(
      String name) {
    try (var native_ = Presets.unwrap(Device.of(name))) {
      assertThat(Presets.wrap(native_)).hasToString(name);
    }
  }

  @Test void wrap_refusesTypesThatJTorchDoesNotHave() {
    assertThatThrownBy(() -> Presets.wrap(ScalarType.QInt8)).isInstanceOf(DTypeException.class)
        .hasMessage("Presets.wrap: type is QInt8 (expected: one that DType has)");
    var xpu = new org.bytedeco.pytorch.Device(DeviceType.XPU);
    assertThatThrownBy(() -> Presets.wrap(xpu)).isInstanceOf(DeviceException.class)
        .hasMessage("Presets.wrap: device is of type XPU (expected: CPU, CUDA, MPS or Meta)");
  }
}
