package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.internal.LifeTrace;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

class ReleasedTensorTest {
  private static final String HINT = " (expected: a live tensor; keep() moves one out of a scope);"
      + " -Djtorch.debug=true shows where it was made and released";

  @Test void use_afterClose() {
    Tensor x = Torch.ones(2);
    x.close();
    x.close();
    assertThatThrownBy(() -> x.add(1)).isInstanceOf(ReleasedTensorException.class)
        .hasMessage("tensor: used after its scope ended or it was closed" + HINT);
    assertThatThrownBy(() -> Torch.ones(2).add(x)).isInstanceOf(ReleasedTensorException.class);
    assertThatThrownBy(x::keep).isInstanceOf(ReleasedTensorException.class);
  }

  @Test void debugMode_showsBothPlaces() {
    LifeTrace.enable(true);
    try {
      Tensor x = Torch.ones(2);
      x.close();
      assertThatThrownBy(x::shape).isInstanceOf(ReleasedTensorException.class)
          .hasMessageEndingWith("moves one out of a scope)").cause().hasMessage("released here").cause()
          .hasMessage("made here");
    } finally {
      LifeTrace.enable(false);
    }
  }

  /** Threads use and close each other's tensors at random: errors are allowed, a crash of the JVM is not. */
  @Test void close_whileOthersCompute() throws InterruptedException {
    int threads = 4;
    var shared = new AtomicReferenceArray<Tensor>(64);
    for (int i = 0; i < shared.length(); i++) shared.set(i, Torch.ones(64, 64));
    var done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      var worker = new Thread(() -> {
        for (int i = 0; i < 5_000; i++) useOrClose(shared);
        done.countDown();
      });
      worker.start();
    }
    done.await();
    assertThat(Torch.ones(2).add(1).numel()).isEqualTo(2);
  }

  private static void useOrClose(AtomicReferenceArray<Tensor> shared) {
    var random = ThreadLocalRandom.current();
    Tensor x = shared.get(random.nextInt(shared.length()));
    int slot = random.nextInt(shared.length());
    try {
      if (random.nextInt(3) == 0) {
        Tensor old = shared.getAndSet(slot, Torch.ones(64, 64));
        old.close();
      } else {
        x.add(shared.get(slot)).close();
      }
    } catch (ReleasedTensorException expected) {
      // another thread was faster
    }
  }
}
