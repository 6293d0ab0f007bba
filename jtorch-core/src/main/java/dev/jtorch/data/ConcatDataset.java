package dev.jtorch.data;

import dev.jtorch.TorchException;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of several data sets, one after the other.
 *
 * @param <T> one sample
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.ConcatDataset">torch.utils.data.ConcatDataset</a>
 */
public final class ConcatDataset<T> implements Dataset<T> {
  private final List<Dataset<? extends T>> datasets;
  /** Where each data set ends. */
  private final long[] ends;

  /**
   * The data sets in this order.
   *
   * @throws TorchException if there is none
   */
  public ConcatDataset(List<? extends Dataset<? extends T>> datasets) {
    if (datasets.isEmpty()) throw new TorchException("ConcatDataset: datasets is empty (expected: at least 1)");
    this.datasets = List.copyOf(datasets);
    ends = datasets.stream().mapToLong(Dataset::size).toArray();
    Arrays.parallelPrefix(ends, Long::sum);
  }

  /** {@return the data sets} */
  public List<Dataset<? extends T>> datasets() { return datasets; }

  @Override public long size() { return ends[ends.length - 1]; }

  @Override public T get(long index) {
    long position = Positions.checked("ConcatDataset", index, size());
    int which = 0;
    while (position >= ends[which]) which++;
    return datasets.get(which).get(which == 0 ? position : position - ends[which - 1]);
  }
}
