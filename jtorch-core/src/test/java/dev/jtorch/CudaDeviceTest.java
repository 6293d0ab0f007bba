package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.OnCuda;
import dev.jtorch.testing.Row;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** CUDA's devices, on a machine that has one: {@code mvn -Pgpu verify -Dgroups=gpu}. */
@OnCuda
class CudaDeviceTest {
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
    assertThat((float) live.item()).isEqualTo(1);
    Cuda.resetPeakMemoryStats();
    assertThat(Cuda.maxMemoryAllocated()).isEqualTo(Cuda.memoryAllocated());
  }

  @Test void memory_isCountedBeforeAnythingIsThere() {
    assertThat(Cuda.memoryAllocated()).isNotNegative();
    assertThat(Cuda.memoryReserved()).isNotNegative();
  }

  @Test void garbageOnTheDevice_isCollected() {
    for (int i = 0; i < 400; i++) Torch.zeros(new long[] {256 << 20}, o -> o.device(Device.cuda(0))); // 400 GiB, a GiB each
    assertThat(Cuda.maxMemoryAllocated()).isLessThan(400L << 30);
  }

  @Test void print_namesTheDevice() {
    assertThat(Torch.arange(3).cuda()).hasToString("tensor([0, 1, 2], device='cuda:0')");
    assertThat(Torch.ones(1).cuda().requiresGrad_().mul(2))
        .hasToString("tensor([2.], device='cuda:0', grad_fn=<MulBackward0>)");
  }

  private static Tensor rand(UnaryOperator<TensorOptions> with) {
    return Torch.rand(new long[] {4}, o -> with.apply(o.device(Device.cuda(0))));
  }

  /** The numbers and the state are those that PyTorch 2.11 printed on an H200. */
  @Test void randomNumbers_arePythons() {
    Torch.manualSeed(3);
    Tensor drawn = rand(o -> o);
    assertThat(drawn).hasToString("tensor([0.8167, 0.2046, 0.1540, 0.0825], device='cuda:0')");
    assertThat(Torch.randn(new long[] {4}, o -> o.device(Device.cuda(0))))
        .hasToString("tensor([-0.5162, -0.2217, -0.5594,  0.5542], device='cuda:0')");
    Tensor state = Cuda.getRngState();
    assertThat(state).hasToString("tensor([3, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0], dtype=torch.uint8)");
    Tensor next = rand(o -> o);
    Cuda.setRngStateAll(List.of(state));
    assertThat(rand(o -> o).equal(next)).isTrue();
    assertThat(Cuda.getRngStateAll()).hasSize(Cuda.deviceCount());
    Cuda.manualSeedAll(3);
    assertThat(rand(o -> o).equal(drawn)).isTrue();
    assertThat(Cuda.initialSeed()).isEqualTo(3);
  }

  @Test void generator_ofADevice() {
    var own = new Generator(Device.of("cuda"));
    assertThat(own.device()).isEqualTo(Device.cuda(0));
    assertThat(own.initialSeed()).isEqualTo(67280421310721L);
    assertThat(Torch.rand(new long[] {2}, o -> o.device(Device.cuda(0)).generator(own)))
        .hasToString("tensor([0.3931, 0.5116], device='cuda:0')");
    Torch.manualSeed(3);
    assertThat(rand(o -> o.generator(own.manualSeed(3))).equal(rand(o -> o))).isTrue();
    assertThatThrownBy(() -> Torch.rand(new long[] {4}, o -> o.generator(own))).isInstanceOf(DeviceException.class)
        .hasMessage("Expected a 'cpu' device type for generator but found 'cuda'");
  }

  @Test void memory_thatIsNotThere() {
    assertThatThrownBy(() -> Torch.empty(new long[] {1L << 40}, o -> o.device(Device.cuda(0))))
        .isInstanceOf(DeviceException.class)
        .hasMessageStartingWith("CUDA out of memory. Tried to allocate 4096.00 GiB.").message().hasLineCount(1);
  }
}
