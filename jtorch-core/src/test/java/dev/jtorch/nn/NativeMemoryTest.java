package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Flatten;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.optim.Adam;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Native memory stays where it is, however long a program runs. */
@Tag("slow")
class NativeMemoryTest {
  private static final int STEPS = 10_000;
  /** Resident memory includes Java's heap, whose pages come into RAM little by little; native leaks here would be bigger. */
  private static final long HEAP_BAND = 300L << 20;

  private final Sequential net = new Sequential(new Conv2d(1, 8, 3, o -> o.padding(1)), new BatchNorm2d(8), new ReLU(),
      new MaxPool2d(2), new Flatten(), new Linear(8 * 4 * 4, 10));
  private final Adam adam = new Adam(net.parameters(), o -> o.lr(1e-3));
  private final Tensor images = Torch.randn(8, 1, 8, 8);
  private final Tensor labels = Torch.randint(0, 10, 8);

  private void step() {
    adam.zeroGrad();
    F.crossEntropy(net.call(images), labels).backward();
    adam.step();
  }

  /** The most resident memory of the steps after {@code warmup}, less what there was then. */
  private static long growth(int warmup, Runnable step) {
    for (int i = 0; i < warmup; i++) step.run();
    long before = MemoryStats.now().residentBytes();
    long most = before;
    for (int i = warmup; i < STEPS; i++) {
      step.run();
      if (i % 100 == 0) most = Math.max(most, MemoryStats.now().residentBytes());
    }
    return most - before;
  }

  @Test void training_withScopes() {
    Runnable scoped = () -> {
      try (var scope = Scope.open()) {
        step();
      }
    };
    for (int i = 0; i < 10; i++) scoped.run();
    long tensors = MemoryStats.now().liveTensors();
    assertThat(growth(1000, scoped)).isLessThan(HEAP_BAND);
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(tensors + 10);
  }

  /** Without scopes the collector frees: the band is what JTorch lets memory grow by before it asks for a collection. */
  @Test void training_withoutScopes() {
    assertThat(growth(3000, this::step)).isLessThan(2 * HEAP_BAND);
  }

  /** A hundred layers whose outputs take a megabyte each: what one call frees as it goes, a thousand calls cannot pile up. */
  @Test void inference_ofADeepNet_needsTheMemoryOfOneCall() {
    var layers = new Layer[100];
    for (int i = 0; i < layers.length; i++) layers[i] = new ReLU();
    var deep = new Sequential(layers);
    Tensor image = Torch.randn(1, 16, 128, 128);
    try (var quiet = Torch.noGrad()) {
      for (int i = 0; i < 20; i++) deep.call(image).close();
      long resident = MemoryStats.now().residentBytes();
      long tensors = MemoryStats.now().liveTensors();
      var atTheEnd = new LongSummaryStatistics();
      layers[99].registerForwardHook((m, in, out) -> {
        atTheEnd.accept(MemoryStats.now().liveTensors());
        return null;
      });
      for (int i = 0; i < 1000; i++) deep.call(image).close();
      assertThat(atTheEnd.getMax()).isLessThanOrEqualTo(tensors + 3);
      assertThat(MemoryStats.now().residentBytes() - resident).isLessThan(HEAP_BAND);
    }
  }
}
