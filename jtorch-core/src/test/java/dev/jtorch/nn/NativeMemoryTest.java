package dev.jtorch.nn;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.MemoryStats;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.functional.F;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.shape.Flatten;
import dev.jtorch.optim.Adam;
import dev.jtorch.testing.Malloc;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Native memory stays where it is, however long a program runs. */
@Tag("slow")
class NativeMemoryTest {
  private static final int STEPS = 10_000;
  /** Far less than a leak would be, and more than Java's heap grows by where only resident memory can be measured. */
  private static final long BAND = 300L << 20;

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

  @Test void training_withScopes() {
    Runnable scoped = () -> {
      try (var scope = Scope.open()) {
        step();
      }
    };
    for (int i = 0; i < 1000; i++) scoped.run();
    long tensors = MemoryStats.now().liveTensors();
    long bytes = Malloc.nativeBytes();
    for (int i = 1000; i < STEPS; i++) {
      scoped.run();
      if (i % 100 == 0) assertThat(Malloc.nativeBytes() - bytes).isLessThan(BAND);
    }
    assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(tensors + 10);
  }

  /** Without scopes the collector frees, when it gets to it; ten thousand steps leave nothing that it cannot. */
  @Test void training_withoutScopes() {
    for (int i = 0; i < 3000; i++) step();
    collect();
    long bytes = Malloc.nativeBytes();
    for (int i = 3000; i < STEPS; i++) step();
    assertOnceCollected(() -> assertThat(Malloc.nativeBytes() - bytes).isLessThan(BAND));
  }

  /** A hundred layers whose outputs take a megabyte each: what one call frees as it goes, a thousand calls cannot pile up. */
  @Test void inference_ofADeepNet_needsTheMemoryOfOneCall() {
    var layers = new Layer[100];
    for (int i = 0; i < layers.length; i++) layers[i] = new ReLU();
    var deep = new Sequential(layers);
    Tensor image = Torch.randn(1, 16, 128, 128);
    try (var quiet = Torch.noGrad()) {
      for (int i = 0; i < 20; i++) deep.call(image).close();
      long bytes = Malloc.nativeBytes();
      long tensors = MemoryStats.now().liveTensors();
      var atTheEnd = new LongSummaryStatistics();
      layers[99].registerForwardHook((m, in, out) -> {
        atTheEnd.accept(MemoryStats.now().liveTensors());
        return null;
      });
      for (int i = 0; i < 1000; i++) deep.call(image).close();
      assertThat(atTheEnd.getMax()).isLessThanOrEqualTo(tensors + 3);
      assertThat(Malloc.nativeBytes() - bytes).isLessThan(BAND);
    }
  }
}
