package dev.jtorch.data;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.FluentOptions;
import dev.jtorch.Generator;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Indices in random order, another one at each pass. The same seed gives the indices that Python gives.
 *
 * <p>Without a generator of its own, a pass draws a seed from the default generator and shuffles with that.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.RandomSampler">torch.utils.data.RandomSampler</a>
 */
public final class RandomSampler implements Sampler<Long> {
  private static final int DRAWN_AT_ONCE = 32;

  private final long range;
  private final Options options;
  private final long numSamples;

  /** A permutation of the indices from 0 to {@code range - 1}. */
  public RandomSampler(long range) {
    this(range, o -> o);
  }

  /**
   * Indices from 0 to {@code range - 1}.
   *
   * @throws TorchException if there would be no samples
   */
  public RandomSampler(long range, UnaryOperator<Options> with) {
    this.range = range;
    options = configured(new Options(), with);
    numSamples = options.numSamples == null ? range : options.numSamples;
    if (numSamples <= 0) throw new TorchException("RandomSampler: numSamples is " + numSamples + " (expected: > 0)");
  }

  /** {@return how the indices are drawn} */
  public Options options() { return options; }

  @Override public long size() { return numSamples; }

  @Override public Iterator<Long> iterator() {
    return new Iterator<>() {
      private final Generator source = options.generator == null ? Randomness.fresh() : options.generator;
      private long ahead = numSamples;
      private long[] drawn = new long[0];
      private int position;
      private boolean complete;

      @Override public boolean hasNext() {
        while (position == drawn.length && !complete) {
          complete = ahead < chunk();
          drawn = draw(ahead, source);
          ahead -= drawn.length;
          position = 0;
        }
        return position < drawn.length;
      }

      @Override public Long next() {
        if (!hasNext()) throw new NoSuchElementException();
        return drawn[position++];
      }
    };
  }

  private long chunk() { return options.replacement ? DRAWN_AT_ONCE : range; }

  /** The next indices, a part at a time, as PyTorch draws them: there is a last part, even if it is empty. */
  private long[] draw(long ahead, Generator source) {
    int wanted = (int) Math.min(ahead, chunk());
    if (!options.replacement) return Arrays.copyOf(permutation(range, source), wanted);
    try (var indices = Torch.randint(0, range, new long[] {wanted}, o -> o.generator(source))) {
      return indices.toLongArray();
    }
  }

  static long[] permutation(long range, Generator source) {
    try (var indices = Torch.randperm(range, o -> o.generator(source))) {
      return indices.toLongArray();
    }
  }

  /** How indices are drawn. */
  public static final class Options extends FluentOptions<Options> {
    private boolean replacement = false;
    private @Nullable Long numSamples;
    private @Nullable Generator generator;

    /** Whether an index can come again. */
    public Options replacement(boolean replacement) {
      return with(o -> o.replacement = replacement);
    }

    public boolean replacement() { return replacement; }

    /** How many indices a pass yields; null means as many as there are. More than there are, without replacement, are further permutations. */
    public Options numSamples(long numSamples) {
      return with(o -> o.numSamples = numSamples);
    }

    public @Nullable Long numSamples() { return numSamples; }

    /** What draws them, a pass going on where the one before stopped; null means a new one for each pass. */
    public Options generator(Generator generator) {
      return with(o -> o.generator = generator);
    }

    public @Nullable Generator generator() { return generator; }

    /** A generator of its own with this seed. */
    public Options seed(long seed) {
      return generator(new Generator(seed));
    }
  }
}
