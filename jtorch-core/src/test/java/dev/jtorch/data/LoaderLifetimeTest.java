package dev.jtorch.data;

import static dev.jtorch.testing.Eventually.assertOnceCollected;
import static dev.jtorch.testing.Eventually.collect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.MemoryStats;
import dev.jtorch.ReleasedTensorException;
import dev.jtorch.Scope;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderLifetimeTest {
  /** A class that the loader cannot look into. */
  private static final class Opaque {
    final Tensor tensor;

    Opaque(List<Tensor> rows) {
      tensor = rows.get(0).add(1);
    }
  }

  private record Nested(Map<String, Tensor> map, List<Tensor> list, Tensor[] array, Optional<Tensor> optional,
      Tensor same,
      String name) {}

  private static final Dataset<Tensor> MADE = new Dataset<>() {
    @Override public long size() { return 40; }

    @Override public Tensor get(long index) { return Torch.ones(8).mul(index); }
  };

  private static void assertLive(long most) {
    assertOnceCollected(() -> assertThat(MemoryStats.now().liveTensors()).isLessThanOrEqualTo(most));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void batch_belongsToTheConsumersScope(int workers) {
    var loader = new DataLoader<>(MADE, o -> o.batchSize(4).workers(workers));
    Tensor kept;
    Tensor left;
    try (var scope = Scope.open(); var pass = loader.iterator()) {
      kept = pass.next().keep();
      left = pass.next();
      assertThat(scope.size()).isEqualTo(1);
    }
    assertThat(kept.toFloatArray()[8]).isEqualTo(1);
    assertThatThrownBy(left::numel).isInstanceOf(ReleasedTensorException.class);
  }

  /** With the consumer's scope around {@code next()}, not one handle waits for the collector. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void tenThousandBatches_inScopes_leaveNothing(int workers) {
    long before = collect();
    var loader = new DataLoader<>(MADE, o -> o.batchSize(4).workers(workers));
    long most = 0;
    for (int pass = 0; pass < 1000; pass++) {
      try (var batches = loader.iterator()) {
        while (batches.hasNext()) {
          try (var step = Scope.open()) {
            assertThat(batches.next().shape()).containsExactly(4L, 8L);
          }
        }
      }
      if (pass % 100 == 0) most = Math.max(most, MemoryStats.now().liveTensors() - before);
    }
    // a pass keeps the state of its generator, which the collector frees
    assertThat(most).isLessThan(1100);
    assertLive(before + 2);
  }

  /** Each worker has a generator, which the collector frees with its worker. */
  @Test void workers_leaveTheNumberOfTensorsRight() {
    List<Tensor> held = Stream.generate(() -> Torch.ones(1)).limit(500).toList();
    long before = collect();
    var loader = new DataLoader<>(MADE, o -> o.batchSize(4).workers(4));
    for (int pass = 0; pass < 50; pass++) {
      try (var scope = Scope.open()) {
        loader.forEach(Tensor::numel);
      }
    }
    assertLive(before + 2);
    assertThat(MemoryStats.now().liveTensors()).isGreaterThanOrEqualTo(held.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void tenThousandBatches_withoutScopes_areCollected(int workers) {
    long before = collect();
    var data = new TensorDataset(Torch.zeros(40, 8), Torch.zeros(40));
    for (int pass = 0; pass < 1000; pass++) {
      for (Example batch : new DataLoader<>(data, o -> o.batchSize(4).workers(workers))) batch.input().numel();
    }
    assertLive(before + 4);
  }

  @Test void undeliveredBatches_areFreedByClose() {
    long before = collect();
    var loader = new DataLoader<>(MADE, o -> o.batchSize(4).workers(2));
    for (int i = 0; i < 20; i++) {
      try (var pass = loader.iterator(); var scope = Scope.open()) {
        pass.next();
      }
    }
    assertLive(before + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void nestedBatch_arrivesWhole(int workers) {
    var loader = new DataLoader<>(MADE, (List<Tensor> rows) -> {
      Tensor first = rows.get(0);
      return new Nested(Map.of("a", first), List.of(first.add(1)), new Tensor[] {first.add(2)},
          Optional.of(first.add(3)),
          first, "n");
    }, o -> o.batchSize(2).workers(workers));
    try (var scope = Scope.open(); var pass = loader.iterator()) {
      pass.next();
      Nested batch = pass.next();
      assertThat(batch.map().get("a").toFloatArray()[0]).isEqualTo(2);
      assertThat(batch.list().get(0).toFloatArray()[0]).isEqualTo(3);
      assertThat(batch.array()[0].toFloatArray()[0]).isEqualTo(4);
      assertThat(batch.optional().orElseThrow().toFloatArray()[0]).isEqualTo(5);
      assertThat(batch.same()).isSameAs(batch.map().get("a"));
      assertThat(batch.name()).isEqualTo("n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void opaqueBatch_staysUsable(int workers) {
    var loader = new DataLoader<>(MADE, Opaque::new, o -> o.batchSize(2).workers(workers));
    var values = new ArrayList<Float>();
    for (Opaque batch : loader) values.add(batch.tensor.toFloatArray()[0]);
    assertThat(values).hasSize(20).startsWith(1f, 3f, 5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2}) void tensorThatTheDataSetOwns_isNotFreed(int workers) {
    Tensor owned = Torch.ones(3).keepForever();
    Dataset<Tensor> same = Dataset.of(List.of(owned, owned, owned, owned));
    var loader = new DataLoader<>(same, (List<Tensor> rows) -> rows.get(0), o -> o.batchSize(2).workers(workers));
    try (var scope = Scope.open(); var pass = loader.iterator()) {
      pass.next();
      pass.next();
    }
    assertThat(owned.toFloatArray()).containsExactly(1, 1, 1);
  }
}
