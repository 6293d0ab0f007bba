package dev.jtorch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.bridge.Bridge;
import dev.jtorch.nn.linear.Linear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.TensorOptional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One handle in the hands of many threads. */
class NativeTensorTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 2000;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
  private final CyclicBarrier start = new CyclicBarrier(THREADS);

  @AfterEach void endThreads() { pool.shutdownNow(); }

  /** What each thread's work gave, the threads having started as close together as they can. */
  private <T> List<T> together(Callable<T> work) throws Exception {
    var tasks = Collections.nCopies(THREADS, (Callable<T>) () -> {
      start.await();
      return work.call();
    });
    var results = new ArrayList<T>();
    for (Future<T> result : pool.invokeAll(tasks)) results.add(result.get());
    return results;
  }

  @Test void optional_isOneForAllThreads() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      NativeTensor bias = Bridge.handle(Torch.ones(3));
      var made = Collections.newSetFromMap(new IdentityHashMap<TensorOptional, Boolean>());
      made.addAll(together(() -> NativeTensor.optional(bias)));
      assertThat(made).as("optionals in round %d", round).hasSize(1);
      assertThat(made.iterator().next().get().numel()).isEqualTo(3);
    }
  }

  @Test void optional_whileTheTensorIsReleased_worksOrIsRefused() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Tensor bias = Torch.ones(3);
      NativeTensor handle = Bridge.handle(bias);
      List<String> outcomes = new ArrayList<>();
      var others = new ArrayList<Future<String>>();
      for (int t = 0; t < 2; t++) {
        others.add(pool.submit(() -> {
          try {
            return "numel " + NativeTensor.optional(handle).get().numel();
          } catch (ReleasedTensorException e) {
            return "released";
          }
        }));
      }
      bias.close(); // on the thread that made it, which is the one that may free it
      for (Future<String> other : others) outcomes.add(other.get());
      assertThat(outcomes).isSubsetOf("numel 3", "released");
    }
  }

  @Test void inference_ofOneLinearByManyThreads() throws Exception {
    try (var quiet = Torch.noGrad()) {
      for (int round = 0; round < ROUNDS / 10; round++) {
        var linear = new Linear(4, 3);
        Tensor x = Torch.ones(2, 4).keepForever(); // two rows: one row is not passed on with an optional
        float[] expected = linear.weight.sum(1).add(linear.bias).toFloatArray();
        List<float[]> rows = together(() -> linear.call(x).get(1).detach().toFloatArray());
        for (float[] row : rows) {
          for (int i = 0; i < row.length; i++)
            assertThat(row[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5f));
        }
      }
    }
  }
}
