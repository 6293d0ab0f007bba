package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jtorch.nn.Model;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.JavaProcess;
import dev.jtorch.testing.Row;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CUDA's devices where there is none; {@link CudaDeviceTest} has the rest. */
class CudaTest {
  private static final String NO_DRIVER =
      "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU"
          + " and installed a driver from http://www.nvidia.com/Download/index.aspx";

  private static void assumeNoDevice() {
    assumeFalse(Cuda.isAvailable(), "needs a machine without an NVIDIA GPU");
  }

  @Row("S4-103")
  @Test void availableAndCount_withoutADevice() {
    assumeNoDevice();
    assertThat(Cuda.isAvailable()).isFalse();
    assertThat(Cuda.deviceCount()).isZero();
  }

  @Row("S4-104")
  @Test void nameAndCurrentDevice_withoutADriver() {
    assumeNoDevice();
    assertThatThrownBy(() -> Cuda.getDeviceName(0)).isInstanceOf(DeviceException.class).hasMessage(NO_DRIVER);
    assertThatThrownBy(Cuda::getDeviceName).hasMessage(NO_DRIVER);
    assertThatThrownBy(Cuda::currentDevice).hasMessage(NO_DRIVER);
    assertThatThrownBy(() -> Cuda.setDevice(0)).hasMessage(NO_DRIVER);
    assertThatThrownBy(() -> Cuda.getDeviceCapability(0)).hasMessage(NO_DRIVER);
    assertThatThrownBy(() -> Cuda.synchronize(0)).hasMessage(NO_DRIVER);
    assertThatThrownBy(Cuda::resetPeakMemoryStats).hasMessage(NO_DRIVER);
    assertThat(Cuda.checked(1, 2)).isEqualTo(1);
    assertThatThrownBy(() -> Cuda.checked(2, 2)).isInstanceOf(DeviceException.class)
        .hasMessage("cuda: device index is 2 (expected: from 0 to 1)");
    assertThatThrownBy(() -> Cuda.checked(-1, 2)).hasMessage("cuda: device index is -1 (expected: from 0 to 1)");
  }

  @Row("S4-105")
  @Test void getDevice_isTheIndexAndMinusOneOnTheCpu() {
    Tensor tensor = Torch.tensor(new long[] {0});
    assertThat(tensor.getDevice()).isEqualTo(-1);
    assertThat(Torch.empty(new long[] {1}, o -> o.device(Device.META)).getDevice()).isEqualTo(-1);
    assertThat(tensor.device()).hasToString("cpu");
    // a module has no device of its own; its parameters have
    assertThat(Arrays.stream(Model.class.getMethods()).map(Method::getName)).doesNotContain("getDevice", "device");
    assertThat(new Linear(1, 1).weight.device()).hasToString("cpu");
  }

  @Row("S4-106")
  @Test void deviceChosenByAvailability_runsEverywhere() {
    Device device = Device.of(Cuda.isAvailable() ? "cuda:0" : "cpu");
    var net = new Linear(2, 1);
    assertThat(net.to(device)).isSameAs(net); // a module is changed,
    Tensor data = Torch.ones(3, 2).to(device); // data is assigned anew
    assertThat(net.call(data).device()).isEqualTo(device);
    assumeNoDevice();
    assertThatThrownBy(() -> Torch.ones(1).cuda()).isInstanceOf(DeviceException.class).hasMessageContaining("cuda");
    assertThatThrownBy(net::cuda).isInstanceOf(DeviceException.class).hasMessageContaining("cuda");
  }

  @Row("S4-228")
  @Test void emptyCache_leavesTensorsAlone() {
    Tensor live = Torch.arange(4);
    Cuda.emptyCache();
    assertThat(live.toString()).isEqualTo("tensor([0, 1, 2, 3])");
    assumeNoDevice();
    assertThat(Cuda.memoryAllocated()).isZero();
    assertThat(Cuda.maxMemoryAllocated()).isZero();
    assertThat(Cuda.memoryReserved()).isZero();
  }

  @Row("S4-222")
  @Test void launchBlocking_isSetBeforeUse_andAFailureShowsAtItsLine() throws IOException {
    assertThat(JavaProcess.linesOf(CudaProbe.class)).contains("blocking 1");
    assertThatThrownBy(() -> {
      Tensor two = Torch.ones(2);
      failing(two);
      two.add(1);
    }).satisfies(e -> assertThat(Arrays.stream(e.getStackTrace()).map(StackTraceElement::getMethodName))
        .contains("failing"));
  }

  private static void failing(Tensor two) {
    two.add(Torch.ones(3));
  }

  @Row("S4-224")
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"0|0", "0,1|0,1", "2, 3|2,3", "1,0|1,0", "''|''"}) void visibleDevices(
      String text, String read) throws IOException {
    assertThat(VisibleDevices.of(text)).hasToString(read);
  }

  @Row("S4-224")
  @Test void setVisibleDevices_worksBeforeUseOnly() throws IOException {
    assertThat(JavaProcess.linesOf(CudaProbe.class)).contains("visible 2,3", "still visible 2,3",
        "WARNING CUDA_VISIBLE_DEVICES=0 has no effect: CUDA has been asked for devices before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0,", "0 1", "-1", "0,x"}) void visibleDevices_malformed(String text) {
    assertThatThrownBy(() -> VisibleDevices.of(text)).isInstanceOf(DeviceException.class)
        .hasMessage("visible devices: list is '" + text + "' (expected: numbers of devices, as in 0,1)");
  }

  @Test void visibleDevices_twice() {
    assertThatThrownBy(() -> VisibleDevices.of("1,1"))
        .hasMessage("visible devices: list is '[1, 1]' (expected: each device once)");
  }

  @Row("S4-224")
  @Test void deviceNames_arePyTorchsOnly() {
    assertThat(Device.of("cuda:0")).isEqualTo(Device.cuda(0));
    assertThatThrownBy(() -> Device.of("/gpu:0")).hasMessage(
        "device: text is '/gpu:0' (expected: cpu, cuda, mps or meta, and an index as in cuda:0)");
  }
}
