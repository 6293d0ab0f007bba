package dev.jtorch.data;

import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.Generator;
import dev.jtorch.Tensor;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads a data set batch by batch, once for each iterator.
 *
 * <p>Order: batches come in the order of the sampler, with workers too. Without a {@code seed}, a shuffled pass draws a seed
 * from the default generator, so {@link dev.jtorch.Torch#manualSeed} makes it reproducible; with one, the passes of the
 * loader follow one sequence. Either way the order is the one that Python's loader has with the same seed and generator.
 *
 * <p>Workers are threads, named {@code jtorch-loader-N}. They have the default dtype and the grad mode of the thread that began
 * the pass, and each draws its random numbers from a generator of its own, see {@link WorkerInfo}. They end with the pass. A loop
 * that is left by {@code break} need not close its iterator: a worker that nobody takes batches from gives up its thread after 30
 * seconds, and sooner where the process has more than 128 such threads. If the pass goes on later, it goes on in a new thread,
 * with the same batches and random numbers; only what the data set has put into thread-local variables of its own is gone then. A
 * loader with a {@code workerInit} keeps its threads until the pass ends, is closed, or is found unreachable by the collector.
 *
 * <p>Lifetimes: a batch belongs to the innermost scope of the thread that asks for it; where there is none, the collector
 * frees it. What else is made on the way, the samples among it, is freed when the batch is there. So a training loop that
 * asks for its batch outside its step's scope leaves one batch a step to the collector, and one that opens a scope around
 * {@code next()} leaves none.
 *
 * <p>Threads: any number of threads may iterate over one loader at the same time, each with an iterator of its own. If two threads take
 * batches from one iterator, nothing crashes, but which of them gets which batch is undefined. All workers read the data set at once.
 *
 * <p>Differs from PyTorch: workers are threads and not processes, so that nothing is copied between them and a data set
 * must bear being read by several at once; {@code pin_memory}, {@code persistent_workers} and loading without batches do not
 * exist.
 *
 * @param <B> one batch
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader">torch.utils.data.DataLoader</a>
 */
public final class DataLoader<B> implements Iterable<B> {
  private final Dataset<?> dataset;
  private final BatchMaker<B> maker;
  private final LoaderOptions options;
  private final Sampler<List<Long>> batches;

  /** One sample a batch, in order. */
  public DataLoader(Dataset<B> dataset) {
    this(dataset, o -> o);
  }

  /**
   * Batches by {@linkplain Collate#defaultCollate default collation}, whose type must be that of a sample: tensors, or
   * records, lists and maps of them.
   *
   * @throws dev.jtorch.TorchException if options contradict each other
   */
  public DataLoader(Dataset<B> dataset, UnaryOperator<LoaderOptions> with) {
    this(dataset, BatchMaker.byDefault(dataset), with);
  }

  /**
   * Batches by a function of the user's, which is given the samples of one batch, in order, on the thread that fetched them.
   *
   * @throws dev.jtorch.TorchException if options contradict each other
   */
  public <T> DataLoader(Dataset<T> dataset, Function<List<T>, B> collate, UnaryOperator<LoaderOptions> with) {
    this(dataset, BatchMaker.by(dataset, collate), with);
  }

  private DataLoader(Dataset<?> dataset, BatchMaker<B> maker, UnaryOperator<LoaderOptions> with) {
    this.dataset = dataset;
    this.maker = maker;
    options = configured(new LoaderOptions(), with).checked();
    batches = options.batches(dataset.size());
  }

  /** {@return the data set that is read} */
  public Dataset<?> dataset() { return dataset; }

  /** {@return how the loader reads its data} */
  public LoaderOptions options() { return options; }

  /** {@return the indices of each batch} */
  public Sampler<List<Long>> batchSampler() { return batches; }

  /**
   * How many batches a pass has.
   *
   * @throws UnsupportedOperationException if the sampler does not know how many indices it yields
   */
  public long size() { return batches.size(); }

  /** Begins a pass. Several can be under way at once. */
  @Override public BatchIterator<B> iterator() {
    return begin(new Pass(generator(), batches));
  }

  /** A batch and its number in the pass. */
  public record Indexed<B>(long index, B value) {
  }

  /**
   * The batches with their numbers from 0, as Python's {@code enumerate} gives them:
   * {@code for (var it : loader.indexed()) log(it.index(), train(it.value()))}. Each iterator is a pass of its own, and ends as
   * those of the loader do, also where a loop is left early.
   */
  public Iterable<Indexed<B>> indexed() {
    return indexed(0);
  }

  /** The batches with their numbers, the first of which is {@code start}: {@code enumerate(loader, start)}. */
  public Iterable<Indexed<B>> indexed(long start) {
    return () -> {
      BatchIterator<B> pass = iterator();
      return new Iterator<>() {
        private long index = start;

        @Override public boolean hasNext() { return pass.hasNext(); }

        /** A batch that fails keeps its number, as the pass goes on behind it. */
        @Override public Indexed<B> next() {
          long number = index++;
          return new Indexed<>(number, pass.next());
        }
      };
    };
  }

  /**
   * Begins a pass in the order of an earlier one, at the batch where that one stood; no sample before it is read. It needs the
   * data set, seed and options of the earlier loader. A generator of the loader's own then goes on as it would have; the
   * default generator is left as it was.
   *
   * <p>Only the order is that of the earlier pass: the random numbers that workers draw begin anew.
   */
  public BatchIterator<B> resume(LoaderState state) {
    Generator generator = generator();
    try (Tensor now = generator.getState()) {
      Pass pass = Pass.resumed(state, generator, batches);
      pass.hasNext(); // a sampler draws when it is first asked
      if (options.generator() == null) generator.setState(now);
      return begin(pass);
    }
  }

  private BatchIterator<B> begin(Pass pass) {
    return options.workers() == 0 ? new SerialBatches<>(this, maker, pass) : new WorkerBatches<>(this, maker, pass);
  }

  private Generator generator() {
    Generator own = options.generator();
    return own == null ? Generator.ofCpu() : own;
  }
}
