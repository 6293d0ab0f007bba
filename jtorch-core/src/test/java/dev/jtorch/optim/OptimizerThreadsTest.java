package dev.jtorch.optim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One optimizer, several threads. */
class OptimizerThreadsTest {
  private static final int THREADS = 4;
  private static final int STEPS = 200;

  private static void inParallel(Callable<?> action) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> tasks = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        tasks.add(() -> {
          for (int step = 0; step < STEPS; step++) action.call();
          return "";
        });
      }
      for (Future<Object> task : threads.invokeAll(tasks)) task.get();
    } finally {
      threads.shutdown();
    }
  }

  private static List<Tensor> leaves() {
    List<Tensor> leaves = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Tensor leaf = Torch.ones(3, 4).requiresGrad_();
      leaf.grad(Torch.ones(3, 4));
      leaves.add(leaf);
    }
    return leaves;
  }

  @Test void step_ofSeveralThreadsIsTakenOneAfterTheOther() throws Exception {
    List<Tensor> shared = leaves();
    var adam = new Adam(shared);
    inParallel(() -> {
      adam.step();
      return "";
    });
    List<Tensor> alone = leaves();
    var expected = new Adam(alone);
    for (int step = 0; step < THREADS * STEPS; step++) expected.step();
    for (int i = 0; i < shared.size(); i++) assertThat(shared.get(i).equal(alone.get(i))).isTrue();
    var states = (Map<?, ?>) adam.stateDict().get("state");
    assertThat(((Tensor) ((Map<?, ?>) states.get(0)).get("step")).item()).isEqualTo(THREADS * STEPS);
  }

  @Test void everyMethod_fromSeveralThreadsAtOnce() throws Exception {
    List<Tensor> shared = leaves();
    var sgd = new SGD(shared, o -> o.lr(1e-3).momentum(0.9));
    inParallel(() -> {
      sgd.loadStateDict(sgd.stateDict());
      sgd.step();
      sgd.zeroGrad();
      for (Tensor leaf : shared) leaf.grad(Torch.ones(3, 4));
      return sgd.toString();
    });
    inParallel(() -> {
      sgd.addParamGroup(SGD.group(List.of(Torch.ones(1).requiresGrad_())));
      sgd.zeroGrad();
      sgd.step();
      return sgd.stateDict();
    });
    assertThat(sgd.paramGroups()).hasSize(1 + THREADS * STEPS);
  }
}
