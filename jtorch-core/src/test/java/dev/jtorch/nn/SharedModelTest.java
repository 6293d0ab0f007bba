package dev.jtorch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.activation.ReLU;
import dev.jtorch.nn.container.Sequential;
import dev.jtorch.nn.conv.Conv2d;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.nn.norm.BatchNorm2d;
import dev.jtorch.nn.pooling.MaxPool2d;
import dev.jtorch.nn.shape.Flatten;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One model in evaluation, called by many threads at once. */
class SharedModelTest {
  private static final int THREADS = 8;
  private static final int CALLS = 50;

  private final Sequential net = new Sequential(new Conv2d(3, 8, 3, o -> o.padding(1)), new BatchNorm2d(8), new ReLU(),
      new MaxPool2d(2), new Flatten(), new Linear(8 * 4 * 4, 10));

  private List<Tensor> inputs() {
    var inputs = new ArrayList<Tensor>();
    for (int i = 0; i < THREADS; i++) inputs.add(Torch.randn(1 + i % 3, 3, 8, 8));
    return inputs;
  }

  @Test void forward_fromEightThreadsIsThatOfOne() throws Exception {
    net.eval();
    List<Tensor> inputs = inputs();
    List<Tensor> expected = inputs.stream().map(net::call).toList();
    assertThat(inParallel(i -> net.call(inputs.get(i)).equal(expected.get(i)))).isZero();
  }

  @Test void hooks_ofOneModelSeeEveryThreadsOwnTensors() throws Exception {
    net.eval();
    List<Tensor> inputs = inputs();
    var seen = new AtomicInteger();
    try (var hook = net.registerForwardHook((module, in, out) -> {
      seen.incrementAndGet();
      return out.sum().mul(in.size(0));
    })) {
      List<Tensor> expected = inputs.stream().map(net::call).toList();
      assertThat(inParallel(i -> net.call(inputs.get(i)).equal(expected.get(i)))).isZero();
    }
    assertThat(seen).hasValue(THREADS + THREADS * CALLS);
  }

  private interface Check {
    boolean holds(int thread);
  }

  /** Runs a check many times on each thread; returns how often it failed. */
  private static int inParallel(Check check) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var tasks = new ArrayList<Callable<Integer>>();
      for (int t = 0; t < THREADS; t++) {
        int thread = t;
        tasks.add(() -> {
          int failures = 0;
          for (int call = 0; call < CALLS; call++) if (!check.holds(thread)) failures++;
          return failures;
        });
      }
      int failures = 0;
      for (Future<Integer> result : threads.invokeAll(tasks)) failures += result.get();
      return failures;
    } finally {
      threads.shutdown();
    }
  }
}
