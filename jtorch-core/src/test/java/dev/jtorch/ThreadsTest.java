package dev.jtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.data.DataLoader;
import dev.jtorch.data.Dataset;
import dev.jtorch.nn.Layer;
import dev.jtorch.nn.Parameter;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/threads.md} promises, where no other test shows it. */
class ThreadsTest {
  private static final int THREADS = 4;
  private static final int TURNS = 200;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  @AfterEach void endThreads() { pool.shutdownNow(); }

  private interface Work<T> {
    T of(int thread) throws Exception;
  }

  private <T> List<T> onAllThreads(Work<T> work) throws InterruptedException, ExecutionException {
    var tasks = new ArrayList<Callable<T>>();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      tasks.add(() -> work.of(thread));
    }
    var results = new ArrayList<T>();
    for (Future<T> result : pool.invokeAll(tasks)) results.add(result.get());
    return results;
  }

  @Test void tensor_isReadByAllThreadsAtOnce() throws Exception {
    Tensor shared = Torch.arange(100.0);
    assertThat(onAllThreads(t -> {
      double sum = 0;
      for (int i = 0; i < TURNS; i++) sum += shared.mul(2).sum().item();
      return sum / TURNS;
    })).containsOnly(9900.0);
  }

  @Test void tensor_changedByAllThreadsAtOnce_isSomeTensorStill() throws Exception {
    Tensor shared = Torch.zeros(1000);
    onAllThreads(t -> {
      for (int i = 0; i < TURNS; i++) shared.add_(1);
      return t;
    });
    assertThat(shared.max().item()).isBetween(1.0, (double) THREADS * TURNS);
  }

  @Test void tensor_ofAnOpenScope_isUsedElsewhere_andReleasedAtItsEnd() {
    Tensor made;
    try (var scope = Scope.open()) {
      made = Torch.ones(2);
      assertThat(CompletableFuture.supplyAsync(() -> made.sum().item(), pool).join()).isEqualTo(2);
    }
    assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> made.sum().item(), pool).join())
        .isInstanceOf(CompletionException.class).hasCauseInstanceOf(ReleasedTensorException.class);
  }

  @Test void keep_isNotEnoughForAnotherThread_keepForeverIs() {
    Tensor kept;
    Tensor forever;
    try (var outer = Scope.open()) {
      try (var inner = Scope.open()) {
        kept = Torch.ones(2).keep();
        forever = Torch.ones(2).keepForever();
      }
    }
    assertThat(kept.isReleased()).isTrue();
    assertThat(CompletableFuture.supplyAsync(() -> forever.sum().item(), pool).join()).isEqualTo(2);
  }

  @Test void scopes_ofSeveralThreadsKnowNothingOfEachOther() throws Exception {
    try (var mine = Scope.open()) {
      assertThat(onAllThreads(t -> {
        try (var scope = Scope.open()) {
          for (int i = 0; i < TURNS; i++) Torch.ones(2);
          return scope.size();
        }
      })).containsOnly(TURNS);
      assertThat(mine.size()).isZero();
    }
  }

  @Test void generator_isShared_andEachOperatorDrawsInOnePiece() throws Exception {
    var shared = new Generator(7);
    List<Double> drawn = new ArrayList<>();
    onAllThreads(t -> {
      var mine = new ArrayList<double[]>();
      for (int i = 0; i < TURNS; i++)
        mine.add(Torch.rand(new long[] {16}, o -> o.generator(shared)).toDouble().toDoubleArray());
      return mine;
    }).forEach(mine -> mine.forEach(piece -> drawn.add(piece[0])));
    var alone = new Generator(7);
    var expected = new ArrayList<Double>();
    for (int i = 0; i < THREADS * TURNS; i++) {
      expected.add(Torch.rand(new long[] {16}, o -> o.generator(alone)).toDouble().toDoubleArray()[0]);
    }
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test void generator_seededWhileOthersDraw_drawsSomeNumbers() throws Exception {
    var shared = new Generator(7);
    assertThat(onAllThreads(t -> {
      double least = 1;
      for (int i = 0; i < TURNS; i++) {
        if (t == 0) shared.manualSeed(i);
        else least = Math.min(least, Torch.rand(new long[] {16}, o -> o.generator(shared)).min().item());
      }
      return least;
    })).allMatch(least -> least >= 0);
  }

  @Test void modes_areEachThreadsOwn() throws Exception {
    try (var quiet = Torch.noGrad(); var inference = Torch.inferenceMode()) {
      assertThat(onAllThreads(t -> Torch.isGradEnabled() && !Torch.isInferenceModeEnabled())).containsOnly(true);
    }
  }

  private static List<Parameter> weights(Parameter only) {
    return List.of(only);
  }

  @Test void optimizers_ofDifferentParametersStepAtOnce() throws Exception {
    List<Double> ends = onAllThreads(t -> {
      var weight = new Parameter(Torch.zeros(1));
      var sgd = new SGD(weights(weight), o -> o.lr(0.5));
      for (int i = 0; i < TURNS; i++) {
        sgd.zeroGrad();
        weight.sub(t).pow(2).sum().backward();
        sgd.step();
      }
      return weight.item();
    });
    assertThat(ends).containsExactly(0.0, 1.0, 2.0, 3.0);
  }

  @Test void optimizer_isHandedFromThreadToThread() throws Exception {
    var weight = new Parameter(Torch.zeros(1));
    var sgd = new SGD(weights(weight), o -> o.lr(0.25));
    for (int i = 0; i < TURNS; i++) {
      pool.submit(() -> {
        sgd.zeroGrad();
        weight.sub(1).pow(2).sum().backward();
        sgd.step();
      }).get();
    }
    assertThat(weight.item()).isEqualTo(1);
  }

  @Test void loader_isIteratedByAllThreadsAtOnce() throws Exception {
    var loader = new DataLoader<>(Dataset.of(LongStream.range(0, 20).boxed().toList()), samples -> List.copyOf(samples),
        o -> o.batchSize(4).workers(2));
    assertThat(onAllThreads(t -> {
      var all = new ArrayList<Long>();
      for (List<Long> batch : loader) all.addAll(batch);
      return all;
    })).containsOnly(new ArrayList<>(LongStream.range(0, 20).boxed().toList()));
  }

  @Test void module_isWalkedPrintedAndSavedByAllThreadsAtOnce() throws Exception {
    Layer net = new Linear(2, 3);
    assertThat(onAllThreads(t -> net + " " + net.stateDict().keySet() + " " + net.parameters().size()))
        .containsOnly("Linear(in_features=2, out_features=3, bias=True) [weight, bias] 2");
  }

  /** The values are those of the old state, the new one, or a mixture; the calls go on. */
  @Test void module_loadedWhileOthersCallIt_goesOn() throws Exception {
    var net = new Linear(8, 8);
    var other = new Linear(8, 8).stateDict();
    onAllThreads(t -> {
      for (int i = 0; i < TURNS; i++) {
        if (t == 0) net.loadStateDict(other);
        else try (var scope = Scope.open(); var quiet = Torch.noGrad()) {
          assertThat(net.call(Torch.ones(4, 8)).shape()).containsExactly(4L, 8L);
        }
      }
      return t;
    });
  }
}
