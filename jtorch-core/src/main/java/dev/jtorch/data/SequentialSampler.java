package dev.jtorch.data;

import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * The indices 0, 1, .. in order.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.SequentialSampler">torch.utils.data.SequentialSampler</a>
 */
public final class SequentialSampler implements Sampler<Long> {
  private final long size;

  /** The indices from 0 to {@code size - 1}. */
  public SequentialSampler(long size) {
    this.size = size;
  }

  @Override public long size() { return size; }

  @Override public Iterator<Long> iterator() {
    return LongStream.range(0, size).iterator();
  }
}
