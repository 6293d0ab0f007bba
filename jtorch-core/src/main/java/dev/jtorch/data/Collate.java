package dev.jtorch.data;

import dev.jtorch.DType;
import dev.jtorch.Tensor;
import dev.jtorch.Torch;
import dev.jtorch.TorchException;
import dev.jtorch.bridge.RecordType;
import dev.jtorch.internal.ClassNames;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts samples together into a batch.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.default_collate">torch.utils.data.default_collate</a>
 */
public final class Collate {
  private Collate() {}

  /**
   * The batch of samples of one kind, which the first sample tells:
   * <ul>
   * <li>tensors are stacked along a new first dimension;
   * <li>arrays of {@code long}, {@code int}, {@code float} and {@code double} become tensors and are stacked;
   * <li>numbers become a tensor: integers of any size int64, {@code Double} float64, {@code Float} float32; booleans bool;
   * <li>strings stay a list;
   * <li>records become one record of the same type, lists of equal length one list, and maps one map with the keys of the
   * first sample, each part collated by these rules.
   * </ul>
   *
   * <p>Differs from PyTorch: records and arrays stand where it has named tuples and NumPy arrays.
   *
   * @throws TorchException if there are no samples, they are of another kind or of different kinds, or do not fit together
   */
  public static Object defaultCollate(List<?> samples) {
    if (samples.isEmpty()) throw new TorchException("defaultCollate: batch is empty (expected: at least 1 sample)");
    Object first = samples.get(0);
    if (first instanceof Tensor) return stack(all(samples, Tensor.class));
    if (first instanceof Number) return numbers(all(samples, Number.class));
    if (first instanceof Boolean) return booleans(all(samples, Boolean.class));
    if (first instanceof String) return all(samples, String.class);
    if (first instanceof Record record) return record(RecordType.of(record), all(samples, record.getClass()));
    if (first instanceof Map<?, ?> map) return map(map, all(samples, Map.class));
    if (first instanceof List<?> list) return list(list.size(), all(samples, List.class));
    if (first != null && first.getClass().isArray()) return arrays(samples);
    throw new TorchException("defaultCollate: batch holds " + kind(first)
        + " (expected: tensors, numbers, booleans, strings, arrays of numbers, records, lists or maps)");
  }

  private static Tensor stack(List<Tensor> tensors) {
    return Torch.stack(tensors, 0);
  }

  private static Tensor booleans(List<Boolean> samples) {
    var values = new boolean[samples.size()];
    for (int i = 0; i < values.length; i++) values[i] = samples.get(i);
    return Torch.tensor(values);
  }

  private static Tensor numbers(List<Number> samples) {
    boolean fractions = samples.stream().anyMatch(n -> n instanceof Double || n instanceof Float);
    if (!fractions) return Torch.tensor(samples.stream().mapToLong(Number::longValue).toArray());
    DType dtype = samples.stream().allMatch(Float.class::isInstance) ? DType.FLOAT32 : DType.FLOAT64;
    return Torch.tensor(samples.stream().mapToDouble(Number::doubleValue).toArray(), o -> o.dtype(dtype));
  }

  private static Tensor arrays(List<?> samples) {
    List<Tensor> rows = samples.stream().map(Collate::row).toList();
    try {
      return stack(rows);
    } finally {
      rows.forEach(Tensor::close);
    }
  }

  private static Tensor row(@Nullable Object array) {
    if (array instanceof float[] values) return Torch.tensor(values);
    if (array instanceof double[] values) return Torch.tensor(values);
    if (array instanceof long[] values) return Torch.tensor(values);
    if (array instanceof int[] values) return Torch.tensor(values);
    throw new TorchException("defaultCollate: batch holds " + kind(array)
        + " (expected: arrays of long, int, float or double)");
  }

  private static Record record(RecordType type, List<? extends Record> samples) {
    List<@Nullable Object[]> rows = samples.stream().map(type::values).toList();
    var batch = new Object[type.components().size()];
    for (int i = 0; i < batch.length; i++) {
      int column = i;
      batch[i] = defaultCollate(column(rows, row -> row[column]));
      requireFits(type, type.components().get(i), batch[i]);
    }
    return type.make(batch);
  }

  private static void requireFits(RecordType type, RecordComponent component, Object batch) {
    if (component.getType().isInstance(batch)) return;
    throw new TorchException(
        "defaultCollate: component '" + component.getName() + "' of record " + type.name() + " is a "
            + ClassNames.of(component.getType()) + " (expected: a type that can hold the batch, a "
            + (batch instanceof List ? "List" : ClassNames.of(batch.getClass()))
            + "); give the loader a collate function");
  }

  private static Map<Object, Object> map(Map<?, ?> first, List<?> samples) {
    var batch = new LinkedHashMap<Object, Object>();
    for (Object key : first.keySet()) batch.put(key, defaultCollate(column(samples, s -> value((Map<?, ?>) s, key))));
    return batch;
  }

  private static @Nullable Object value(Map<?, ?> sample, Object key) {
    if (sample.containsKey(key)) return sample.get(key);
    throw new TorchException("defaultCollate: a sample has keys " + sample.keySet() + " (expected: '" + key
        + "' too, as the first sample)");
  }

  private static List<Object> list(int size, List<?> samples) {
    List<Integer> sizes = samples.stream().map(s -> ((List<?>) s).size()).toList();
    if (sizes.stream().anyMatch(s -> s != size)) {
      throw new TorchException(
          "defaultCollate: each element in list of batch should be of equal size, and sizes are " + sizes);
    }
    var batch = new ArrayList<Object>();
    for (int i = 0; i < size; i++) {
      int position = i;
      batch.add(defaultCollate(column(samples, s -> ((List<?>) s).get(position))));
    }
    return batch;
  }

  private static <S> List<@Nullable Object> column(List<S> samples, Function<S, @Nullable Object> part) {
    List<@Nullable Object> column = new ArrayList<>(samples.size());
    for (S sample : samples) column.add(part.apply(sample));
    return column;
  }

  /** The samples as what the first one is. */
  private static <T> List<T> all(List<?> samples, Class<T> type) {
    for (int i = 1; i < samples.size(); i++) {
      if (type.isInstance(samples.get(i))) continue;
      throw new TorchException("defaultCollate: entry " + i + " is " + kind(samples.get(i)) + " (expected: "
          + kind(samples.get(0)) + ", as entry 0)");
    }
    return samples.stream().<T>map(type::cast).toList();
  }

  private static String kind(@Nullable Object sample) {
    return sample == null ? "null" : "a " + ClassNames.of(sample.getClass());
  }
}
