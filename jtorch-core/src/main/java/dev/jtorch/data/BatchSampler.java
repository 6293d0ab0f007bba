package dev.jtorch.data;

import dev.jtorch.TorchException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Groups the indices of another sampler into batches.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.BatchSampler">torch.utils.data.BatchSampler</a>
 */
public final class BatchSampler implements Sampler<List<Long>> {
  private final Sampler<Long> sampler;
  private final long batchSize;
  private final boolean dropLast;

  /**
   * Batches of {@code batchSize} indices.
   *
   * @param sampler where the indices come from
   * @param batchSize how many make a batch
   * @param dropLast whether a last batch of fewer indices is left out
   * @throws TorchException if {@code batchSize} is not positive
   */
  public BatchSampler(Sampler<Long> sampler, long batchSize, boolean dropLast) {
    if (batchSize <= 0) throw new TorchException("BatchSampler: batchSize is " + batchSize + " (expected: > 0)");
    this.sampler = sampler;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
  }

  /** {@return where the indices come from} */
  public Sampler<Long> sampler() { return sampler; }

  /** {@return how many indices make a batch} */
  public long batchSize() { return batchSize; }

  /** {@return whether a last batch of fewer indices is left out} */
  public boolean dropLast() { return dropLast; }

  @Override public long size() { return (sampler.size() + (dropLast ? 0 : batchSize - 1)) / batchSize; }

  @Override public Iterator<List<Long>> iterator() {
    Iterator<Long> indices = sampler.iterator();
    return new Iterator<>() {
      private List<Long> next = List.of();

      @Override public boolean hasNext() {
        if (next.isEmpty()) next = batch(indices);
        return !next.isEmpty();
      }

      @Override public List<Long> next() {
        if (!hasNext()) throw new NoSuchElementException();
        List<Long> batch = next;
        next = List.of();
        return batch;
      }
    };
  }

  /** The next batch; empty where none is left. */
  private List<Long> batch(Iterator<Long> indices) {
    var batch = new ArrayList<Long>();
    while (batch.size() < batchSize && indices.hasNext()) batch.add(indices.next());
    return dropLast && batch.size() < batchSize ? List.of() : batch;
  }
}
