package dev.jtorch.data;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.testing.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static Dataset<Tensor> samples(long size, LongFunction<Tensor> read) {
    return new Dataset<>() {
      @Override public long size() { return size; }

      @Override public Tensor get(long index) { return read.apply(index); }
    };
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError("a worker was interrupted", e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("jtorch-loader-")).toList();
  }

  /** No test leaves a worker behind: ended, failed and abandoned passes alike. */
  @AfterEach void workers_areGone() {
    assertOnceCollected(() -> assertThat(threads()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  @Row("S4-130") void order_isTheSamplers_howeverSlowABatch(int workers) {
    var slow = samples(12, index -> {
      if (index % 4 == 0) sleep(20);
      return Torch.tensor(index);
    });
    var loader = new DataLoader<>(slow, o -> o.batchSize(2).workers(workers));
    assertThat(DataLoaderTest.pass(loader)).isEqualTo("[[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11]]");
  }

  @Test @Row("S4-130") void work_isDoneByNamedDaemons() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    var data = samples(8, index -> {
      names.add(Thread.currentThread().getName() + " " + Thread.currentThread().isDaemon());
      return Torch.tensor(index);
    });
    DataLoaderTest.pass(new DataLoader<>(data, o -> o.workers(2)));
    assertThat(names).containsExactlyInAnyOrder("jtorch-loader-0 true", "jtorch-loader-1 true");
    names.clear();
    DataLoaderTest.pass(new DataLoader<>(data));
    assertThat(names).containsExactly(Thread.currentThread().getName() + " false");
  }

  @Test @Row("S4-130") void failure_surfacesInTheConsumerAndThePassGoesOn() {
    var data = samples(4, index -> {
      if (index == 1) throw new IllegalStateException("boom");
      return Torch.tensor(index);
    });
    try (var pass = new DataLoader<>(data, o -> o.workers(2)).iterator()) {
      assertThat(pass.next().itemLong()).isZero();
      assertThatThrownBy(pass::next).isInstanceOf(DataLoaderException.class)
          .hasMessage("DataLoader: sample 1 failed in worker 1: java.lang.IllegalStateException: boom")
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(pass.next().itemLong()).isEqualTo(2);
    }
  }

  @Test void error_surfacesInTheConsumer() {
    var data = samples(2, index -> {
      throw new StackOverflowError();
    });
    try (var pass = new DataLoader<>(data, o -> o.workers(1)).iterator()) {
      assertThatThrownBy(pass::next).isInstanceOf(DataLoaderException.class)
          .hasMessage("DataLoader: a worker failed: java.lang.StackOverflowError");
    }
  }

  @Test @Row("S4-132") void slowWorker_triggersTheTimeout() {
    var reached = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var data = samples(3, index -> {
      if (index == 1) {
        reached.countDown();
        await(release);
      }
      return Torch.tensor(index);
    });
    try (var pass = new DataLoader<>(data, o -> o.workers(1).timeout(Duration.ofMillis(50))).iterator()) {
      await(reached); // the worker has made batch 0, and waits with batch 1
      pass.next();
      assertThatThrownBy(pass::next).isInstanceOf(DataLoaderException.class)
          .hasMessage("DataLoader: batch 1 is not there after PT0.05S (expected: within the timeout)");
    } finally {
      release.countDown();
    }
  }

  @Test void close_endsWorkersEarly() {
    Set<Long> read = ConcurrentHashMap.newKeySet();
    var data = samples(1000, index -> {
      read.add(index);
      return Torch.tensor(index);
    });
    var pass = new DataLoader<>(data, o -> o.workers(2).prefetch(3)).iterator();
    pass.next();
    pass.close();
    pass.close();
    assertThat(pass.hasNext()).isFalse();
    assertThat(read.size()).isLessThanOrEqualTo(7);
  }

  /** The check after each test waits for the threads to go. */
  @Test void abandonedPass_leaksNoThreads() {
    for (Tensor batch : new DataLoader<>(samples(100, Torch::tensor), o -> o.workers(3))) {
      assertThat(batch.itemLong()).isZero();
      break;
    }
  }

  /** Those who count batches hold the pass no longer than the loop does. */
  @Test void abandonedIndexedPass_leaksNoThreads() {
    for (var it : new DataLoader<>(samples(100, Torch::tensor), o -> o.workers(3)).indexed()) {
      assertThat(it.value().itemLong()).isEqualTo(it.index());
      if (it.index() == 2) break;
    }
  }

  private static Dataset<Tensor> chance(long size) {
    return samples(size, index -> Torch.randint(0, 1000, new long[0]));
  }

  private static void awaitThreads(int most) {
    for (int i = 0; i < 3000 && threads().size() > most; i++) sleep(20);
    assertThat(threads()).hasSizeLessThanOrEqualTo(most);
  }

  private static List<Long> rest(BatchIterator<Tensor> pass) {
    List<Long> values = new ArrayList<>();
    while (pass.hasNext()) for (long value : pass.next().toLongArray()) values.add(value);
    return values;
  }

  @Test void passesPutAside_occupyFewThreadsAndGoOnAsIfNothingHadBeen() {
    int count = WorkerThreads.MOST / 2;
    var loader = new DataLoader<>(chance(40), o -> o.batchSize(2).workers(4).seed(5));
    List<BatchIterator<Tensor>> passes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      passes.add(loader.iterator());
      passes.get(i).next();
    }
    awaitThreads(WorkerThreads.MOST);
    var undisturbed = new DataLoader<>(chance(40), o -> o.batchSize(2).workers(4).seed(5));
    for (BatchIterator<Tensor> pass : passes) {
      var expected = undisturbed.iterator();
      expected.next();
      assertThat(rest(pass)).isEqualTo(rest(expected)).hasSize(38);
    }
  }

  @Test void idleWorkers_giveUpTheirThreads_unlessTheyWereInitialized() {
    long before = WorkerThreads.longestIdleNanos;
    WorkerThreads.longestIdleNanos = 1_000_000;
    var local = new ThreadLocal<String>();
    var loader = new DataLoader<>(chance(40), o -> o.workers(3).seed(5));
    var initialized = new DataLoader<>(samples(4, index -> Torch.tensor(local.get().length())),
        o -> o.workers(1).prefetch(1).workerInit(id -> local.set("four")));
    try (var kept = initialized.iterator(); var pass = loader.iterator()) {
      kept.next();
      pass.next();
      awaitThreads(1);
      assertThat(rest(kept)).containsExactly(4L, 4L, 4L);
      var expected = new DataLoader<>(chance(40), o -> o.workers(3).seed(5)).iterator();
      expected.next();
      assertThat(rest(pass)).isEqualTo(rest(expected)).hasSize(39);
    } finally {
      WorkerThreads.longestIdleNanos = before;
    }
  }

  @Test void iterator_whoseSamplerFails_endsWhatItStarted() {
    Sampler<Long> failing = () -> new Iterator<>() {
      private long next;

      @Override public boolean hasNext() { return true; }

      @Override public Long next() {
        if (next == 3) throw new IllegalStateException("no more");
        return next++;
      }
    };
    var loader = new DataLoader<>(samples(9, Torch::tensor), o -> o.workers(2).sampler(failing));
    assertThatThrownBy(loader::iterator).hasMessage("no more");
    awaitThreads(0);
  }

  @Test void workerInit_thatFailsWithAnError_failsTheBatches() {
    var loader = new DataLoader<>(samples(2, Torch::tensor), o -> o.workers(1).workerInit(id -> {
      throw new AssertionError("no camera");
    }));
    assertThatThrownBy(() -> DataLoaderTest.pass(loader))
        .hasMessage("DataLoader: workerInit failed in worker 0: java.lang.AssertionError: no camera");
  }

  @Test void interrupt_endsTheWaitAndStaysSet() throws InterruptedException {
    var release = new CountDownLatch(1);
    var data = samples(2, index -> {
      await(release);
      return Torch.tensor(index);
    });
    var failure = new AtomicReference<Throwable>();
    var consumer = new Thread(() -> {
      try {
        new DataLoader<>(data, o -> o.workers(1)).iterator().next();
      } catch (DataLoaderException e) {
        if (Thread.currentThread().isInterrupted()) failure.set(e);
      }
    });
    consumer.start();
    consumer.interrupt();
    consumer.join();
    release.countDown();
    assertThat(failure.get()).hasMessage("DataLoader: interrupted while waiting for batch 0");
  }

  @Test @Row("S4-255") void chance_isPythonsWithAndWithoutWorkers() {
    var chance = samples(6, index -> Torch.randint(0, 1000, new long[0]));
    Torch.manualSeed(0);
    var loader = new DataLoader<>(chance, o -> o.batchSize(2).workers(2));
    var passes = List.of(DataLoaderTest.pass(loader), DataLoaderTest.pass(loader));
    assertThat(passes).hasToString(Orders.of("workers_chance_0"));
    Torch.manualSeed(0);
    assertThat(List.of(DataLoaderTest.pass(new DataLoader<>(chance, o -> o.batchSize(2)))))
        .hasToString(Orders.of("serial_chance_0"));
  }

  @Test @Row("S4-255") void workerInit_isCalledOncePerWorkerWithItsInfo() {
    var infos = new ConcurrentHashMap<Integer, WorkerInfo>();
    var loader = new DataLoader<>(samples(6, Torch::tensor), o -> o.workers(2).seed(1)
        .workerInit(id -> assertThat(infos.put(id, WorkerInfo.current())).isNull()));
    DataLoaderTest.pass(loader);
    assertThat(infos.keySet()).containsExactlyInAnyOrder(0, 1);
    assertThat(infos.get(1)).isEqualTo(new WorkerInfo(1, 2, infos.get(0).seed() + 1));
    assertThat(WorkerInfo.current()).isNull();
    long firstSeed = infos.get(0).seed();
    infos.clear();
    DataLoaderTest.pass(loader);
    assertThat(infos.get(0).seed()).isNotEqualTo(firstSeed);
  }

  @Test void workerInit_thatFails_failsTheBatches() {
    var loader = new DataLoader<>(samples(2, Torch::tensor), o -> o.workers(1).workerInit(id -> {
      throw new IllegalStateException("no camera");
    }));
    assertThatThrownBy(() -> DataLoaderTest.pass(loader))
        .hasMessage("DataLoader: workerInit failed in worker 0: java.lang.IllegalStateException: no camera");
  }

  @Test void workers_haveTheConsumersModes() {
    var data = samples(4, index -> Torch.rand(2).requiresGrad_(true).mul(2));
    try (var quiet = Torch.noGrad()) {
      Torch.setDefaultDtype(DType.FLOAT64);
      for (Tensor batch : new DataLoader<>(data, o -> o.workers(2))) {
        assertThat(batch.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(batch.requiresGrad()).isFalse();
      }
    } finally {
      Torch.setDefaultDtype(DType.FLOAT32);
    }
  }

  @Test void manyPassesAtOnce_doNotDisturbEachOther() {
    var loader = new DataLoader<>(samples(9, Torch::tensor), o -> o.batchSize(2).workers(2));
    var passes = IntStream.range(0, 3).mapToObj(i -> loader.iterator()).toList();
    for (int i = 0; i < 5; i++) {
      for (var pass : passes) assertThat(pass.next().toLongArray()[0]).isEqualTo(2 * i);
    }
  }
}
