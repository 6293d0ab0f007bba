package dev.jtorch.summary;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The shape that stands for a layer's input or output.
 *
 * @param sizes the sizes of all dimensions; empty where there is no tensor
 * @param elementSize bytes of one element
 */
record TensorSize(List<Long> sizes, int elementSize) {
  static final TensorSize NONE = new TensorSize(List.of(), 0);

  /** The first tensor counts; of a map, the last value, as torchinfo has it. */
  static TensorSize of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty())
      return first(new ArrayList<>(map.values()).get(map.size() - 1));
    return first(value);
  }

  private static TensorSize first(@Nullable Object value) {
    if (value instanceof Tensor tensor) return new TensorSize(List.copyOf(tensor.shape()), tensor.elementSize());
    if (value instanceof List<?> list && !list.isEmpty()) return first(list.get(0));
    if (value instanceof Object[] array && array.length > 0) return first(array[0]);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) return first(map.values().iterator().next());
    if (value instanceof Record record) {
      @Nullable Object[] parts = RecordType.of(record).values(record);
      if (parts.length > 0) return first(parts[0]);
    }
    return NONE;
  }

  /** What the elements take in memory. */
  long bytes() {
    return elementSize * product(sizes.stream().mapToLong(Long::longValue));
  }

  /** The number of elements without the second dimension: where a convolution's filters are applied. */
  long positions() {
    return product(LongStream.range(0, sizes.size()).filter(d -> d != 1).map(d -> sizes.get((int) d)));
  }

  /** The product of the first two sizes: the steps of a recurrent layer. */
  long steps() {
    return product(sizes.stream().limit(2).mapToLong(Long::longValue));
  }

  private static long product(LongStream sizes) { return sizes.reduce(1, (a, b) -> a * b); }

  @Override public String toString() { return sizes.isEmpty() ? "--" : sizes.toString(); }
}
