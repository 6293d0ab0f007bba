package dev.jtorch.data;

import dev.jtorch.Generator;
import dev.jtorch.TorchException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link DataLoader} reads its data.
 *
 * @param batchSize how many samples make a batch; 1 unless said
 * @param shuffle whether each pass reads the samples in another random order; not unless said
 * @param generator what the order and the workers' seeds are drawn from; null means the default generator
 * @param sampler the order in which samples are read; null means the order of the data set, or a random one
 * @param batchSampler the indices of each batch; null means those of the sampler in groups
 * @param dropLast whether a last batch of fewer samples is left out; not unless said
 * @param workers how many threads make batches ahead; 0, unless said, makes each on the thread that asks for it
 * @param prefetch how many batches each worker makes ahead; null means 2
 * @param timeout how long to wait for a worker; zero, unless said, means for ever
 * @param workerInit what each worker calls with its number before its first batch; null means nothing
 */
public record LoaderOptions(long batchSize, boolean shuffle, @Nullable Generator generator,
    @Nullable Sampler<Long> sampler,
    @Nullable Sampler<List<Long>> batchSampler, boolean dropLast, int workers, @Nullable Integer prefetch,
    Duration timeout, @Nullable IntConsumer workerInit) {
  static final LoaderOptions DEFAULT =
      new LoaderOptions(1, false, null, null, null, false, 0, null, Duration.ZERO, null);

  public LoaderOptions batchSize(long size) {
    return new LoaderOptions(size, shuffle, generator, sampler, batchSampler, dropLast, workers, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions shuffle(boolean on) {
    return new LoaderOptions(batchSize, on, generator, sampler, batchSampler, dropLast, workers, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions generator(Generator source) {
    return new LoaderOptions(batchSize, shuffle, source, sampler, batchSampler, dropLast, workers, prefetch, timeout,
        workerInit);
  }

  /** A generator of its own with this seed. */
  public LoaderOptions seed(long seed) {
    return generator(new Generator(seed));
  }

  public LoaderOptions sampler(Sampler<Long> order) {
    return new LoaderOptions(batchSize, shuffle, generator, order, batchSampler, dropLast, workers, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions batchSampler(Sampler<List<Long>> batches) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batches, dropLast, workers, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions dropLast(boolean on) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batchSampler, on, workers, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions workers(int count) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batchSampler, dropLast, count, prefetch, timeout,
        workerInit);
  }

  public LoaderOptions prefetch(int batches) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batchSampler, dropLast, workers, batches, timeout,
        workerInit);
  }

  public LoaderOptions timeout(Duration longest) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batchSampler, dropLast, workers, prefetch, longest,
        workerInit);
  }

  public LoaderOptions workerInit(IntConsumer start) {
    return new LoaderOptions(batchSize, shuffle, generator, sampler, batchSampler, dropLast, workers, prefetch, timeout,
        start);
  }

  /** Refuses what contradicts itself, in PyTorch's order. */
  LoaderOptions checked() {
    require(workers >= 0, "workers is " + workers + " (expected: >= 0); 0 makes batches on the thread that asks");
    require(!timeout.isNegative(), "timeout is " + timeout + " (expected: not negative)");
    require(workers > 0 || prefetch == null, "prefetch is " + prefetch + " without workers (expected: workers > 0)");
    require(workers > 0 || timeout.isZero(), "timeout is " + timeout + " without workers (expected: workers > 0)");
    require(prefetch == null || prefetch > 0, "prefetch is " + prefetch + " (expected: > 0)");
    require(sampler == null || !shuffle, "sampler and shuffle are both given (expected: at most one of them)");
    boolean plain = batchSize == 1 && !shuffle && sampler == null && !dropLast;
    require(batchSampler == null || plain,
        "batchSampler is given beside batchSize, shuffle, sampler or dropLast (expected: alone)");
    return this;
  }

  private static void require(boolean holds, String message) {
    if (!holds) throw new TorchException("DataLoader: " + message);
  }

  /** How many batches are made ahead by all workers together. */
  int ahead() {
    return workers * (prefetch == null ? 2 : prefetch);
  }

  /** The indices of each batch, for a data set of this size. */
  Sampler<List<Long>> batches(long size) {
    return batchSampler == null ? new BatchSampler(order(size), batchSize, dropLast) : batchSampler;
  }

  private Sampler<Long> order(long size) {
    if (sampler != null) return sampler;
    if (!shuffle) return new SequentialSampler(size);
    return new RandomSampler(size, o -> generator == null ? o : o.generator(generator));
  }
}
