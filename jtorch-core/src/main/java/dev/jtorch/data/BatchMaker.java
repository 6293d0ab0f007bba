package dev.jtorch.data;

import dev.jtorch.Tensor;
import dev.jtorch.internal.ClassNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches the samples of a batch and puts them together; says which sample or batch failed. */
@FunctionalInterface
interface BatchMaker<B> {
  B make(long[] indices);

  /** By the data set's own way to a batch, or else by default collation. */
  static <T> BatchMaker<T> byDefault(Dataset<T> dataset) {
    return indices -> {
      T whole = attempt(indices, () -> dataset.getBatch(indices));
      if (whole != null) return whole;
      List<T> samples = samples(dataset, indices);
      Object batch = attempt(indices, () -> Collate.defaultCollate(samples));
      requireSameKind(samples.get(0), batch);
      @SuppressWarnings("unchecked") // a tensor for tensors, a record for records of its class, a list for lists ..
      T likeSamples = (T) batch;
      return likeSamples;
    };
  }

  /** By a function of the user's. */
  static <T, B> BatchMaker<B> by(Dataset<T> dataset, Function<List<T>, B> collate) {
    return indices -> {
      List<T> samples = samples(dataset, indices);
      return attempt(indices, () -> collate.apply(samples));
    };
  }

  private static <T> List<T> samples(Dataset<T> dataset, long[] indices) {
    var samples = new ArrayList<T>(indices.length);
    for (long index : indices) {
      try {
        samples.add(dataset.get(index));
      } catch (RuntimeException e) {
        throw DataLoaderException.failed("sample " + index, e);
      }
    }
    return samples;
  }

  private static <R extends @Nullable Object> R attempt(long[] indices, Supplier<R> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      throw DataLoaderException.failed("batch of samples " + Arrays.toString(indices), e);
    }
  }

  private static void requireSameKind(Object sample, Object batch) {
    for (Class<?> kind : List.of(Tensor.class, List.class, Map.class, batch.getClass())) {
      if (kind.isInstance(batch) && kind.isInstance(sample)) return;
    }
    throw new DataLoaderException("DataLoader: samples are of type " + ClassNames.of(sample.getClass())
        + " and their batch is a " + ClassNames.of(batch.getClass())
        + " (expected: the same type); give a collate function, such as Collate::defaultCollate", null);
  }
}
