package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CUDA's devices, on a machine that has one: {@code mvn -Pgpu verify -Dgroups=gpu}. */
@Tag("gpu")
class CudaDeviceTest {
  @BeforeEach void assumeDevice() { assumeTrue(Cuda.isAvailable(), "this machine has no device"); }

  @Row({"S4-103", "S4-104"})
  @Test void devices_haveNamesAndNumbers() {
    assertThat(Cuda.deviceCount()).isPositive();
    assertThat(Cuda.currentDevice()).isZero();
    assertThat(Cuda.getDeviceName(0)).isNotBlank().isEqualTo(Cuda.getDeviceName());
    assertThat(Cuda.getDeviceCapability().major()).isBetween(5, 20);
    int count = Cuda.deviceCount();
    assertThatThrownBy(() -> Cuda.getDeviceName(count)).isInstanceOf(DeviceException.class)
        .hasMessage("cuda: device index is " + count + " (expected: from 0 to " + (count - 1) + ")");
  }

  @Row({"S4-105", "S4-106"})
  @Test void tensorsAndModules_move() {
    Tensor data = Torch.ones(3, 2);
    Tensor moved = data.cuda();
    assertThat(moved.getDevice()).isZero();
    assertThat(data.getDevice()).isEqualTo(-1);
    var net = new Linear(2, 1);
    net.cuda();
    assertThat(net.weight.device()).hasToString("cuda:0");
    assertThat(net.call(moved).device()).hasToString("cuda:0");
    Cuda.synchronize();
  }

  @Row("S4-228")
  @Test void emptyCache_givesTheReserveBack() {
    Tensor live = Torch.ones(1).cuda();
    try (var scope = Scope.open()) {
      Torch.zeros(new long[] {64 << 20}, o -> o.device(Device.cuda(0)));
      assertThat(Cuda.memoryAllocated()).isGreaterThan(256L << 20);
    }
    long reserved = Cuda.memoryReserved();
    assertThat(Cuda.maxMemoryAllocated()).isGreaterThan(256L << 20);
    Cuda.emptyCache();
    assertThat(Cuda.memoryReserved()).isLessThan(reserved);
    assertThat(live.item().floatValue()).isEqualTo(1);
    Cuda.resetPeakMemoryStats();
    assertThat(Cuda.maxMemoryAllocated()).isEqualTo(Cuda.memoryAllocated());
  }
}
