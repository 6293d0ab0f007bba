package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.nn.dropout.Dropout;
import dev.jtorch.nn.linear.Linear;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each source of random numbers has a seed of its own, and a forgotten one shows. */
@Row("S4-256")
class SeedsTest {
  private static final long SEED = 7;

  private static Object seeded(Supplier<?> experiment) {
    Torch.manualSeed(SEED);
    return experiment.get();
  }

  private static void assertSeededByTorch(Supplier<?> experiment) {
    Object first = seeded(experiment);
    assertThat(seeded(experiment)).isEqualTo(first);
    assertThat(experiment.get()).as("without a seed").isNotEqualTo(first);
  }

  private static List<Object> epoch(DataLoader<Tensor> loader) {
    var batches = new ArrayList<>();
    for (Tensor batch : loader) batches.add(batch.tolist());
    return batches;
  }

  private static Dataset<Tensor> numbers() {
    return Dataset.of(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).map(n -> Torch.tensor((double) n));
  }

  /** Augmentation that draws from JTorch's generator of the thread that runs it. */
  private static Dataset<Tensor> noisy() {
    return numbers().map(x -> x.add(Torch.rand()));
  }

  @Test void manualSeed_repeatsInitialisationDropoutAndShuffling() {
    assertSeededByTorch(() -> new Linear(4, 4).weight.detach().tolist());
    assertSeededByTorch(() -> new Dropout(0.5).call(Torch.ones(64)).tolist());
    assertSeededByTorch(() -> epoch(new DataLoader<>(numbers(), o -> o.batchSize(4).shuffle(true))));
  }

  /** The workers' seeds come from the loader's generator, and differ from each other. */
  @Test void manualSeed_repeatsWhatWorkersDraw() {
    var loader = new DataLoader<>(noisy(), o -> o.batchSize(4).workers(3));
    assertSeededByTorch(() -> epoch(loader));
    var fractions = new ArrayList<Double>();
    for (Tensor batch : new DataLoader<>(numbers().map(x -> Torch.rand()), o -> o.batchSize(1).workers(3))) {
      fractions.add(batch.item());
    }
    assertThat(fractions.subList(0, 3)).as("the first number of each worker").doesNotHaveDuplicates();
  }

  @Test void loaderWithAGenerator_needsItsOwnSeed() {
    Supplier<Object> once = () -> epoch(new DataLoader<>(numbers(),
        o -> o.batchSize(12).shuffle(true).generator(Generator.ofCpu().manualSeed(SEED))));
    assertThat(once.get()).isEqualTo(once.get());
    var unseeded = new DataLoader<>(numbers(), o -> o.batchSize(12).shuffle(true).seed(SEED));
    Object first = seeded(() -> epoch(unseeded));
    assertThat(seeded(() -> epoch(unseeded))).as("its generator goes on; manualSeed does not reach it")
        .isNotEqualTo(first);
  }

  /** Augmentation with Java's own random numbers is not reached by manualSeed; given a seed, it repeats. */
  @Test void javasRandomNumbers_needTheirOwnSeed() {
    assertThat(seeded(() -> new Random().nextLong())).isNotEqualTo(seeded(() -> new Random().nextLong()));
    assertThat(new Random(SEED).nextLong()).isEqualTo(new Random(SEED).nextLong());

    var perWorker = new ThreadLocal<Random>();
    Supplier<Object> epoch = () -> epoch(new DataLoader<>(numbers().map(x -> x.add(perWorker.get().nextDouble())),
        o -> o.batchSize(4).workers(2).workerInit(id -> perWorker.set(new Random(WorkerInfo.current().seed())))));
    assertSeededByTorch(epoch);
  }
}
