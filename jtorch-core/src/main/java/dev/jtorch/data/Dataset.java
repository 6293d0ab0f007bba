package dev.jtorch.data;

import static dev.jtorch.internal.Arguments.required;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Samples that are read by index. A plain loop over it reads them all in order, which is the way to debug one.
 *
 * <p>A {@link DataLoader} with workers calls {@link #get} on several threads at once. What {@code get} makes belongs to a
 * scope that ends when the batch is made: a tensor that the data set wants to use again says
 * {@link dev.jtorch.Tensor#keepForever()}.
 *
 * @param <T> one sample
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.Dataset">torch.utils.data.Dataset</a>
 */
public interface Dataset<T> extends Iterable<T> {
  /** {@return the number of samples} */
  long size();

  /** Reads the sample at an index from 0 to {@code size() - 1}. */
  T get(long index);

  /**
   * The batch of these samples, where the data set has a faster way to it than fetching and collating them one by one; null,
   * as here, where it has none. The result must be what {@link Collate#defaultCollate} would make.
   */
  default @Nullable T getBatch(long[] indices) { return null; }

  /** Reads all samples in order. */
  @Override default Iterator<T> iterator() {
    return LongStream.range(0, size()).mapToObj(this::get).iterator();
  }

  /**
   * A view of this data set whose samples are what a function makes of this one's: {@code Digits.train().map(e -> e.input())}.
   * The function is called each time that a sample is read, in workers on their threads.
   */
  default <R> Dataset<R> map(Function<? super T, ? extends R> function) {
    required(function, "function");
    Dataset<T> source = this;
    return new Dataset<>() {
      @Override public long size() { return source.size(); }

      @Override public R get(long index) { return function.apply(source.get(index)); }

      @Override public Iterator<R> iterator() {
        Iterator<T> samples = source.iterator();
        return new Iterator<>() {
          @Override public boolean hasNext() { return samples.hasNext(); }

          @Override public R next() { return function.apply(samples.next()); }
        };
      }
    };
  }

  /** {@return the elements of a list as samples} */
  static <T> Dataset<T> of(List<? extends T> samples) {
    return new Dataset<>() {
      @Override public long size() { return samples.size(); }

      @Override public T get(long index) { return samples.get((int) Positions.checked("Dataset", index, size())); }
    };
  }
}
