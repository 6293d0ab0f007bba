package dev.jtorch.data;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Some samples of a data set, in an order of its own.
 *
 * @param <T> one sample
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.Subset">torch.utils.data.Subset</a>
 */
public final class Subset<T> implements Dataset<T> {
  private final Dataset<T> dataset;
  private final long[] indices;

  /** The samples at these indices of {@code dataset}, in this order. */
  public Subset(Dataset<T> dataset, long... indices) {
    this.dataset = dataset;
    this.indices = indices.clone();
  }

  /** {@return the data set that the samples come from} */
  public Dataset<T> dataset() { return dataset; }

  /** {@return the indices of the samples in {@link #dataset()}} */
  public long[] indices() { return indices.clone(); }

  @Override public long size() { return indices.length; }

  @Override public T get(long index) { return dataset.get(source(index)); }

  @Override public @Nullable T getBatch(long[] positions) {
    return dataset.getBatch(LongStream.of(positions).map(this::source).toArray());
  }

  private long source(long index) { return indices[(int) Positions.checked("Subset", index, indices.length)]; }
}
