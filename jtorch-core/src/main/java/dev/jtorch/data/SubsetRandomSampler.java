package dev.jtorch.data;

import dev.jtorch.Generator;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * Given indices in random order, another one at each pass. The same seed gives the indices that Python gives.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.SubsetRandomSampler">torch.utils.data.SubsetRandomSampler</a>
 */
public final class SubsetRandomSampler implements Sampler<Long> {
  private final long[] indices;
  private final Generator generator;

  /** These indices, in an order drawn from the default generator. */
  public SubsetRandomSampler(long... indices) {
    this(Generator.ofCpu(), indices);
  }

  /** These indices, in an order drawn from {@code generator}. */
  public SubsetRandomSampler(Generator generator, long... indices) {
    this.indices = indices.clone();
    this.generator = generator;
  }

  @Override public long size() { return indices.length; }

  @Override public Iterator<Long> iterator() {
    return LongStream.of(RandomSampler.permutation(indices.length, generator)).map(i -> indices[(int) i]).iterator();
  }
}
