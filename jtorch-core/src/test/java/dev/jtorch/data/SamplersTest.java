package dev.jtorch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jtorch.Generator;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.testing.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplersTest {
  static <I> List<I> list(Iterable<I> sampler) {
    var list = new ArrayList<I>();
    sampler.forEach(list::add);
    return list;
  }

  @Test @Row("S4-138") void sequential_isTheRange() {
    var sampler = new SequentialSampler(4);
    assertThat(list(sampler)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(sampler.size()).isEqualTo(4);
  }

  @Test @Row("S4-139") void random_withSeed_givesPythonsPermutationsPassAfterPass() {
    var sampler = new RandomSampler(10, o -> o.seed(0));
    assertThat(List.of(list(sampler), list(sampler), list(sampler))).hasToString(Orders.of("random_seed_0"));
  }

  @Test @Row("S4-139") void random_withoutSeed_isReproducibleByTheDefaultGenerator() {
    Torch.manualSeed(0);
    assertThat(list(new RandomSampler(10))).hasToString(Orders.of("random_default_0"));
    Torch.manualSeed(0);
    assertThat(list(new RandomSampler(10))).hasToString(Orders.of("random_default_0"));
  }

  @Test @Row("S4-139") void random_moreSamplesThanThereAre_repeatsPermutations() {
    var sampler = new RandomSampler(10, o -> o.numSamples(25).seed(3));
    List<Long> drawn = list(sampler);
    assertThat(drawn).hasToString(Orders.of("random_25_of_10"));
    assertThat(drawn.subList(0, 10)).containsExactlyInAnyOrderElementsOf(list(new SequentialSampler(10)));
    assertThat(sampler.size()).isEqualTo(25);
  }

  @Test @Row("S4-139") void random_withReplacement_givesPythonsNumbers() {
    var sampler = new RandomSampler(10, o -> o.replacement(true).numSamples(40).seed(3));
    assertThat(list(sampler)).hasToString(Orders.of("random_replacement_40"));
  }

  @Test @Row("S4-139") void random_ofNothing_isRefused() {
    assertThatThrownBy(() -> new RandomSampler(0)).isInstanceOf(TorchException.class)
        .hasMessage("RandomSampler: numSamples is 0 (expected: > 0)");
    assertThatThrownBy(() -> new RandomSampler(10, o -> o.numSamples(0))).isInstanceOf(TorchException.class)
        .hasMessage("RandomSampler: numSamples is 0 (expected: > 0)");
  }

  @Test @Row("S4-141") void subsetRandom_permutesTheGivenIndices() {
    Torch.manualSeed(1);
    var sampler = new SubsetRandomSampler(3, 1, 4, 15, 9, 2, 6);
    assertThat(list(sampler)).hasToString(Orders.of("subset_default_1"));
    assertThat(list(sampler)).containsExactlyInAnyOrder(3L, 1L, 4L, 15L, 9L, 2L, 6L);
    assertThat(sampler.size()).isEqualTo(7);
  }

  @Test @Row("S4-140") void weighted_givesPythonsNumbers() {
    Torch.manualSeed(1);
    assertThat(list(new WeightedRandomSampler(new double[] {0.1, 0.9, 0.4, 0.7, 3.0, 0.6}, 8)))
        .hasToString(Orders.of("weighted_default_1"));
    double[] weights = {0.9, 0.4, 0.05, 0.2, 0.3, 0.1};
    assertThat(list(new WeightedRandomSampler(weights, 5, false, new Generator(1))))
        .hasToString(Orders.of("weighted_distinct_1")).doesNotHaveDuplicates();
  }

  @Test @Row("S4-140") void weighted_drawsByWeight() {
    assertThat(list(new WeightedRandomSampler(new double[] {0, 0, 1}, 20))).containsOnly(2L);
    long ones = list(new WeightedRandomSampler(new double[] {1, 3}, 4000, true, new Generator(0))).stream()
        .filter(i -> i == 1).count();
    assertThat(ones).isBetween(2850L, 3150L);
  }

  @Test @Row("S4-140") void weighted_impossibleWeights_areRefused() {
    var tooMany = new WeightedRandomSampler(new double[] {1, 2}, 3, false);
    assertThatThrownBy(tooMany::iterator)
        .hasMessage("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    var nothing = new WeightedRandomSampler(new double[] {0, 0}, 3, true);
    assertThatThrownBy(nothing::iterator).hasMessage("invalid multinomial distribution (sum of probabilities <= 0)");
    assertThatThrownBy(() -> new WeightedRandomSampler(new double[] {1}, 0))
        .hasMessage("WeightedRandomSampler: numSamples is 0 (expected: > 0)");
  }

  @Test @Row("S4-142") void batches_groupTheIndices() {
    var all = new BatchSampler(new SequentialSampler(10), 3, false);
    assertThat(list(all)).hasToString("[[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]");
    assertThat(all.size()).isEqualTo(4);
    var whole = new BatchSampler(new SequentialSampler(10), 3, true);
    assertThat(list(whole)).hasToString("[[0, 1, 2], [3, 4, 5], [6, 7, 8]]");
    assertThat(whole.size()).isEqualTo(3);
  }

  @Test @Row("S4-142") void batches_badSize_isRefused() {
    assertThatThrownBy(() -> new BatchSampler(new SequentialSampler(3), 0, false)).isInstanceOf(TorchException.class)
        .hasMessage("BatchSampler: batchSize is 0 (expected: > 0)");
  }

  @Test @Row("S4-137") void sampler_ofOnesOwn_needsNoSize() {
    Sampler<Long> odd = List.of(1L, 3L, 5L)::iterator;
    var batches = new BatchSampler(odd, 2, false);
    assertThat(list(batches)).hasToString("[[1, 3], [5]]");
    assertThatThrownBy(batches::size).isInstanceOf(UnsupportedOperationException.class)
        .hasMessageEndingWith("it does not know its size (expected: a sampler that overrides size())");
  }
}
