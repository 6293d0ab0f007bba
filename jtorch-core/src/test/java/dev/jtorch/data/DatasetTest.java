package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Generator;
import dev.jtorch.IndexException;
import dev.jtorch.Scope;
import dev.jtorch.ShapeException;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Dataset<Long> TEN = Dataset.of(LongStream.range(0, 10).boxed().toList());

  private static TensorDataset pairs() {
    return new TensorDataset(Torch.tensor(new float[][] {{0, 1}, {2, 3}, {4, 5}}), Torch.tensor(new long[] {7, 8, 9}));
  }

  private static String indices(List<? extends Subset<?>> parts) {
    return parts.stream().map(part -> Arrays.toString(part.indices())).toList().toString();
  }

  @Test @Row("S4-146") void dataset_isReadByIndex() {
    assertThat(TEN.size()).isEqualTo(10);
    assertThat(TEN.get(3)).isEqualTo(3);
    assertThatThrownBy(() -> TEN.get(10)).isInstanceOf(IndexException.class)
        .hasMessage("Dataset: index is 10 (expected: < 10, the number of samples)");
  }

  @Test @Row("S4-147") void dataset_isReadByAPlainLoop() {
    var seen = new ArrayList<Long>();
    for (long sample : TEN) seen.add(sample);
    assertThat(seen).hasSize(10).startsWith(0L, 1L).endsWith(9L);
  }

  @Test void map_isAViewReadByIndexAndInOrder() {
    var read = new ArrayList<Long>();
    Dataset<String> mapped = TEN.map(n -> {
      read.add(n);
      return "sample " + n;
    });
    assertThat(read).isEmpty();
    assertThat(mapped.size()).isEqualTo(10);
    assertThat(mapped.get(7)).isEqualTo("sample 7");
    assertThat(read).containsExactly(7L);
    assertThat(mapped).startsWith("sample 0", "sample 1").endsWith("sample 9").hasSize(10);
    assertThat(mapped.map(String::length).get(9)).isEqualTo(8);
  }

  /** The faster way to a batch of the source would leave the function out. */
  @Test void map_appliesToBatchesToo() {
    Dataset<Example> doubled = pairs().map(e -> e.mapInput(x -> x.mul(2)).mapTarget(y -> y.add(1)));
    Example batch = new DataLoader<>(doubled, o -> o.batchSize(3)).iterator().next();
    assertThat(batch.input().tolist()).isEqualTo(List.of(List.of(0.0, 2.0), List.of(4.0, 6.0), List.of(8.0, 10.0)));
    assertThat(batch.target().tolist()).isEqualTo(List.of(8L, 9L, 10L));
  }

  @Test void map_ofADataSetWithItsOwnIterator_goesThroughIt() {
    var backwards = new Dataset<Integer>() {
      @Override public long size() { return 3; }

      @Override public Integer get(long index) { return (int) index; }

      @Override public Iterator<Integer> iterator() { return List.of(2, 1, 0).iterator(); }
    };
    assertThat(backwards.map(n -> n * 10)).containsExactly(20, 10, 0);
  }

  @Test void indexed_countsBatchesLikeEnumerate() {
    var loader = new DataLoader<>(TEN, samples -> samples.get(0), o -> o.batchSize(4));
    var seen = new ArrayList<String>();
    for (var it : loader.indexed()) seen.add(it.index() + ":" + it.value());
    for (var it : loader.indexed(1)) seen.add(it.index() + ":" + it.value());
    assertThat(seen).containsExactly("0:0", "1:4", "2:8", "1:0", "2:4", "3:8");
    assertThat(loader.dataset()).isSameAs(TEN);
  }

  @Test void tensorDataset_readsRows() {
    var data = pairs();
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.get(1).input().toFloatArray()).containsExactly(2, 3);
    assertThat(data.get(1).target().itemLong()).isEqualTo(8);
    assertThat(data.get(-1).target().itemLong()).isEqualTo(9);
    assertThatThrownBy(() -> data.get(3)).isInstanceOf(IndexException.class);
  }

  @Test void tensorDataset_batch_equalsCollatedRows() {
    var data = pairs();
    Example batch = data.getBatch(new long[] {2, 0});
    var collated = (Example) Collate.defaultCollate(List.of(data.get(2), data.get(0)));
    assertThat(batch.input().toFloatArray()).containsExactly(collated.input().toFloatArray()).containsExactly(4, 5, 0,
        1);
    assertThat(batch.target().toLongArray()).containsExactly(collated.target().toLongArray()).containsExactly(9, 7);
  }

  @Test void tensorDataset_differentRows_areRefused() {
    assertThatThrownBy(() -> new TensorDataset(Torch.zeros(3), Torch.zeros(4))).isInstanceOf(ShapeException.class)
        .hasMessage("TensorDataset: size mismatch between tensors: tensor 1 has 4 rows (expected: 3, as tensor 0)");
    assertThatThrownBy(() -> new TensorsDataset()).isInstanceOf(ShapeException.class)
        .hasMessage("TensorsDataset: no tensors (expected: at least 1)");
  }

  @Test void tensorDataset_outlivesTheScopeItWasMadeIn() {
    TensorDataset data;
    try (var scope = Scope.open()) {
      data = pairs();
    }
    assertThat(data.get(0).target().itemLong()).isEqualTo(7);
  }

  @Test void tensorsDataset_readsAnyNumber() {
    var data = new TensorsDataset(Torch.arange(4), Torch.arange(4).add(10), Torch.arange(4).add(20));
    assertThat(data.get(2)).extracting(Tensor::itemLong).containsExactly(2L, 12L, 22L);
    assertThat(data.getBatch(new long[] {1, 3}).get(2).toLongArray()).containsExactly(21, 23);
  }

  @Test void subset_readsChosenSamples() {
    var subset = new Subset<>(TEN, 4, 2, 9);
    assertThat(SamplersTest.list(subset)).containsExactly(4L, 2L, 9L);
    assertThatThrownBy(() -> subset.get(3)).isInstanceOf(IndexException.class)
        .hasMessage("Subset: index is 3 (expected: < 3, the number of samples)");
  }

  @Test void subset_ofTensors_hasTheirFastBatch() {
    Example batch = new Subset<>(pairs(), 2, 1).getBatch(new long[] {1, 0});
    assertThat(batch).isNotNull();
    assertThat(batch.target().toLongArray()).containsExactly(8, 9);
    assertThat(new Subset<>(TEN, 2, 1).getBatch(new long[] {0})).isNull();
  }

  @Test void concat_readsOneAfterTheOther() {
    var all =
        new ConcatDataset<Object>(List.of(new Subset<>(TEN, 1, 2), Dataset.of(List.of()), Dataset.of(List.of("a"))));
    assertThat(SamplersTest.list(all)).containsExactly(1L, 2L, "a");
    assertThat(all.get(-1)).isEqualTo("a");
    assertThatThrownBy(() -> all.get(3)).isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> new ConcatDataset<>(List.of())).isInstanceOf(TorchException.class)
        .hasMessage("ConcatDataset: datasets is empty (expected: at least 1)");
  }

  @Test void randomSplit_givesPythonsParts() {
    assertThat(indices(Datasets.randomSplit(TEN, new Generator(42), 3, 7))).isEqualTo(Orders.of("split_3_7"));
    Dataset<Long> more = Dataset.of(LongStream.range(0, 31).boxed().toList());
    assertThat(indices(Datasets.randomSplit(more, new Generator(42), 0.3, 0.3, 0.4)))
        .isEqualTo(Orders.of("split_fractions"));
    Torch.manualSeed(5);
    assertThat(indices(Datasets.randomSplit(new Subset<>(TEN, 0, 1, 2, 3, 4, 5, 6, 7), 5, 3)))
        .isEqualTo(Orders.of("split_default_5"));
  }

  @Test void randomSplit_wrongLengths_areRefused() {
    assertThatThrownBy(() -> Datasets.randomSplit(TEN, 3, 3)).isInstanceOf(TorchException.class)
        .hasMessage("randomSplit: lengths [3, 3] add up to 6 (expected: 10, the size of the data set)");
    assertThatThrownBy(() -> Datasets.randomSplit(TEN, 0.5, 0.6)).isInstanceOf(TorchException.class)
        .hasMessage("randomSplit: fractions are [0.5, 0.6] (expected: each between 0 and 1, together 1)");
  }
}
