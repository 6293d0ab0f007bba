package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLoaderTest {
  /** Ten samples, each its index; notes who is asked for. */
  private static final class Spy implements Dataset<Tensor> {
    final List<Long> seen = new ArrayList<>();

    @Override public long size() { return 10; }

    @Override public Tensor get(long index) {
      seen.add(index);
      return Torch.tensor(index);
    }
  }

  private static final Dataset<Tensor> TEN = new Dataset<>() {
    @Override public long size() { return 10; }

    @Override public Tensor get(long index) { return Torch.tensor(index); }
  };

  static String pass(Iterable<Tensor> loader) {
    var batches = new ArrayList<String>();
    for (Tensor batch : loader) batches.add(LongStream.of(batch.toLongArray()).boxed().toList().toString());
    return batches.toString();
  }

  private static String passes(DataLoader<Tensor> loader, int count) {
    return IntStream.range(0, count).mapToObj(i -> pass(loader)).toList().toString();
  }

  @Test @Row("S4-131") void options_byDefault_arePythons() {
    LoaderOptions options = new DataLoader<>(TEN).options();
    assertThat(options).hasToString("LoaderOptions[batchSize=1, shuffle=false, generator=null, sampler=null,"
        + " batchSampler=null, dropLast=false, workers=0, prefetch=null, timeout=PT0S, workerInit=null]");
    assertThat(new DataLoader<>(TEN).size()).isEqualTo(10);
  }

  @Test @Row({"S4-134", "S4-133"}) void pass_readsInOrderAndEndsWithAShortBatch() {
    var spy = new Spy();
    var loader = new DataLoader<>(spy, o -> o.batchSize(4));
    assertThat(loader.size()).isEqualTo(3);
    assertThat(pass(loader)).isEqualTo("[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]");
    assertThat(spy.seen).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(pass(loader)).isEqualTo("[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]");
  }

  /** So that a debugger stops in the data set and shows who asked. */
  @Test @Row("S4-148") void withoutWorkers_samplesAreReadOnTheCallersThread() {
    var threads = new ArrayList<Thread>();
    pass(new DataLoader<>(TEN.map(sample -> {
      threads.add(Thread.currentThread());
      return sample;
    })));
    assertThat(threads).hasSize(10).containsOnly(Thread.currentThread());
  }

  @Test @Row({"S4-134", "S4-133"}) void dropLast_leavesTheShortBatchOut() {
    var loader = new DataLoader<>(TEN, o -> o.batchSize(4).dropLast(true));
    assertThat(loader.size()).isEqualTo(2);
    assertThat(pass(loader)).isEqualTo("[[0, 1, 2, 3], [4, 5, 6, 7]]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4}) void shuffle_byTheDefaultGenerator_isPythonsOrder(int workers) {
    Torch.manualSeed(0);
    var loader = new DataLoader<>(TEN, o -> o.batchSize(4).shuffle(true).workers(workers));
    assertThat(passes(loader, 2)).isEqualTo(Orders.of("loader_default_0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3}) void shuffle_bySeed_isPythonsOrder(int workers) {
    var loader = new DataLoader<>(TEN, o -> o.batchSize(4).shuffle(true).seed(7).workers(workers));
    assertThat(passes(loader, 3)).isEqualTo(Orders.of("loader_seed_7"));
  }

  @Test @Row("S4-129") void sampler_decidesTheOrder() {
    var loader = new DataLoader<>(TEN, o -> o.batchSize(2).sampler(List.of(9L, 1L, 5L)::iterator));
    assertThat(pass(loader)).isEqualTo("[[9, 1], [5]]");
    assertThatThrownBy(loader::size).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test @Row({"S4-129", "S4-142"}) void batchSampler_decidesTheBatches() {
    var loader = new DataLoader<>(TEN, o -> o.batchSampler(List.of(List.of(3L), List.of(1L, 2L))::iterator));
    assertThat(pass(loader)).isEqualTo("[[3], [1, 2]]");
  }

  @Test @Row("S4-145") void samplers_byDefault() {
    assertThat(sampler(o -> o)).isInstanceOf(SequentialSampler.class);
    assertThat(sampler(o -> o.shuffle(true))).isInstanceOf(RandomSampler.class);
  }

  private static Sampler<Long> sampler(UnaryOperator<LoaderOptions> with) {
    return ((BatchSampler) new DataLoader<>(TEN, with).batchSampler()).sampler();
  }

  @Test @Row({"S4-181", "S4-182"}) void collateFunction_receivesTheSamplesOfOneBatchInOrder() {
    Dataset<Tensor> ragged = Dataset.of(List.of(Torch.zeros(1), Torch.zeros(2), Torch.zeros(3)));
    var loader = new DataLoader<>(ragged, (List<Tensor> rows) -> List.copyOf(rows),
        o -> o.batchSize(2).sampler(List.of(2L, 0L, 1L)::iterator));
    var sizes = new ArrayList<List<Long>>();
    for (List<Tensor> batch : loader) sizes.add(batch.stream().map(Tensor::numel).toList());
    assertThat(sizes).containsExactly(List.of(3L, 1L), List.of(2L));
  }

  @Test void defaultCollation_whoseTypeIsAnother_isRefused() {
    Dataset<Long> numbers = Dataset.of(List.of(1L, 2L));
    assertThatThrownBy(() -> new DataLoader<>(numbers).iterator().next()).isInstanceOf(DataLoaderException.class)
        .hasMessage("DataLoader: samples are of type Long and their batch is a Tensor (expected: the same type); give a"
            + " collate function, such as Collate::defaultCollate");
    var loader = new DataLoader<>(numbers, Collate::defaultCollate, o -> o.batchSize(2));
    assertThat(((Tensor) loader.iterator().next()).toLongArray()).containsExactly(1, 2);
  }

  @Test void failure_namesTheSampleOrTheBatch() {
    Dataset<Tensor> broken = Dataset.of(List.of(Torch.zeros(1), Torch.zeros(2)));
    var outside = new DataLoader<>(broken, o -> o.sampler(List.of(0L, 5L)::iterator)).iterator();
    outside.next();
    assertThatThrownBy(outside::next).isInstanceOf(DataLoaderException.class).hasMessage(
        "DataLoader: sample 5 failed: Dataset: index is 5 (expected: < 2, the number of samples)");
    assertThatThrownBy(() -> new DataLoader<>(broken, o -> o.batchSize(2)).iterator().next())
        .hasMessage(
            "DataLoader: batch of samples [0, 1] failed: stack expects each tensor to be equal size, but got [1]"
                + " at entry 0 and [2] at entry 1");
  }

  @Test @Row({"S4-143", "S4-144"}) void contradictions_areRefused() {
    Sampler<Long> order = new SequentialSampler(10);
    Sampler<List<Long>> batches = new BatchSampler(order, 2, false);
    String alone = "DataLoader: batchSampler is given beside batchSize, shuffle, sampler or dropLast (expected: alone)";
    assertRefused(o -> o.batchSampler(batches).batchSize(2), alone);
    assertRefused(o -> o.batchSampler(batches).shuffle(true), alone);
    assertRefused(o -> o.batchSampler(batches).sampler(order), alone);
    assertRefused(o -> o.batchSampler(batches).dropLast(true), alone);
    assertThat(new DataLoader<>(TEN, o -> o.batchSampler(batches).batchSize(1)).size()).isEqualTo(5);
    assertRefused(o -> o.sampler(order).shuffle(true),
        "DataLoader: sampler and shuffle are both given (expected: at most one of them)");
  }

  @Test @Row({"S4-130", "S4-132", "S4-142"}) void badNumbers_areRefused() {
    assertRefused(o -> o.workers(-1),
        "DataLoader: workers is -1 (expected: >= 0); 0 makes batches on the thread that asks");
    assertRefused(o -> o.prefetch(2), "DataLoader: prefetch is 2 without workers (expected: workers > 0)");
    assertRefused(o -> o.workers(1).prefetch(0), "DataLoader: prefetch is 0 (expected: > 0)");
    assertRefused(o -> o.timeout(Duration.ofSeconds(-1)), "DataLoader: timeout is PT-1S (expected: not negative)");
    assertRefused(o -> o.timeout(Duration.ofSeconds(1)),
        "DataLoader: timeout is PT1S without workers (expected: workers > 0)");
    assertRefused(o -> o.batchSize(0), "BatchSampler: batchSize is 0 (expected: > 0)");
  }

  private static void assertRefused(UnaryOperator<LoaderOptions> with, String message) {
    assertThatThrownBy(() -> new DataLoader<>(TEN, with)).isInstanceOf(TorchException.class).hasMessage(message);
  }
}
