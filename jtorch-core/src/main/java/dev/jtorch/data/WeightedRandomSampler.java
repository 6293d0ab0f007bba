package dev.jtorch.data;

import dev.jtorch.Generator;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * Indices drawn with given weights. The same seed gives the indices that Python gives.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.WeightedRandomSampler">torch.utils.data.WeightedRandomSampler</a>
 */
public final class WeightedRandomSampler implements Sampler<Long> {
  private final double[] weights;
  private final long numSamples;
  private final boolean replacement;
  private final Generator generator;

  /** Indices that can come again, drawn from the default generator. */
  public WeightedRandomSampler(double[] weights, long numSamples) {
    this(weights, numSamples, true);
  }

  /** Indices drawn from the default generator. */
  public WeightedRandomSampler(double[] weights, long numSamples, boolean replacement) {
    this(weights, numSamples, replacement, Generator.ofCpu());
  }

  /**
   * Indices drawn from {@code generator}.
   *
   * @param weights one for each index, in any scale
   * @param numSamples how many indices a pass yields
   * @param replacement whether an index can come again
   * @param generator what draws them
   * @throws TorchException if {@code numSamples} is not positive; and from {@link #iterator}, if the weights are negative or
   *     all zero, or there are too few for that many samples without replacement
   */
  public WeightedRandomSampler(double[] weights, long numSamples, boolean replacement, Generator generator) {
    if (numSamples <= 0) {
      throw new TorchException("WeightedRandomSampler: numSamples is " + numSamples + " (expected: > 0)");
    }
    this.weights = weights.clone();
    this.numSamples = numSamples;
    this.replacement = replacement;
    this.generator = generator;
  }

  @Override public long size() { return numSamples; }

  @Override public Iterator<Long> iterator() {
    try (var given = Torch.tensor(weights); var drawn = given.multinomial(numSamples, replacement, generator)) {
      return LongStream.of(drawn.toLongArray()).iterator();
    }
  }
}
