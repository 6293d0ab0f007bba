package dev.jtorch.data;

import dev.jtorch.FluentOptions;
import dev.jtorch.Generator;
import dev.jtorch.TorchException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** How a {@link DataLoader} reads its data. */
public final class LoaderOptions extends FluentOptions<LoaderOptions> {
  private long batchSize = 1;
  private boolean shuffle = false;
  private @Nullable Generator generator;
  private @Nullable Sampler<Long> sampler;
  private @Nullable Sampler<List<Long>> batchSampler;
  private boolean dropLast = false;
  private int workers = 0;
  private @Nullable Integer prefetch;
  private Duration timeout = Duration.ZERO;
  private @Nullable IntConsumer workerInit;

  /** Number of samples in a batch; default 1. */
  public LoaderOptions batchSize(long batchSize) {
    return with(o -> o.batchSize = batchSize);
  }

  public long batchSize() { return batchSize; }

  /** Whether each pass reads the samples in another random order; default false. */
  public LoaderOptions shuffle(boolean shuffle) {
    return with(o -> o.shuffle = shuffle);
  }

  public boolean shuffle() { return shuffle; }

  /** What the order and the workers' seeds are drawn from; null means the default generator. */
  public LoaderOptions generator(Generator generator) {
    return with(o -> o.generator = generator);
  }

  public @Nullable Generator generator() { return generator; }

  /** A generator of its own with this seed. */
  public LoaderOptions seed(long seed) {
    return generator(new Generator(seed));
  }

  /** The order in which samples are read; null means the order of the data set, or a random one. */
  public LoaderOptions sampler(Sampler<Long> sampler) {
    return with(o -> o.sampler = sampler);
  }

  public @Nullable Sampler<Long> sampler() { return sampler; }

  /** The indices of each batch; null means those of the sampler in groups. */
  public LoaderOptions batchSampler(Sampler<List<Long>> batchSampler) {
    return with(o -> o.batchSampler = batchSampler);
  }

  public @Nullable Sampler<List<Long>> batchSampler() { return batchSampler; }

  /** Whether a last batch of fewer samples is left out; default false. */
  public LoaderOptions dropLast(boolean dropLast) {
    return with(o -> o.dropLast = dropLast);
  }

  public boolean dropLast() { return dropLast; }

  /** Number of threads that make batches ahead; default 0, which makes each on the thread that asks for it. */
  public LoaderOptions workers(int workers) {
    return with(o -> o.workers = workers);
  }

  public int workers() { return workers; }

  /** Number of batches that each worker makes ahead; null means 2. */
  public LoaderOptions prefetch(int prefetch) {
    return with(o -> o.prefetch = prefetch);
  }

  public @Nullable Integer prefetch() { return prefetch; }

  /** How long to wait for a worker; default zero, which means for ever. */
  public LoaderOptions timeout(Duration timeout) {
    return with(o -> o.timeout = timeout);
  }

  public Duration timeout() { return timeout; }

  /** What each worker calls with its number before its first batch; null means nothing. */
  public LoaderOptions workerInit(IntConsumer workerInit) {
    return with(o -> o.workerInit = workerInit);
  }

  public @Nullable IntConsumer workerInit() { return workerInit; }

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
