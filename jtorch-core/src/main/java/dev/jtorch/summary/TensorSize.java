package dev.jtorch.summary;

import dev.jtorch.Tensor;
import dev.jtorch.bridge.TensorTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape that stands for a layer's input or output: that of the first tensor in it, as torchinfo has it.
 *
 * @param sizes the sizes of all dimensions; empty where there is no tensor
 * @param elementSize bytes of one element
 * @param nested whether torchinfo prints a second pair of brackets, as it does for a map when the batch's dimension is given
 */
record TensorSize(List<Long> sizes, int elementSize, boolean nested) {
  static final TensorSize NONE = new TensorSize(List.of(), 0, false);

  private TensorSize(Tensor tensor) {
    this(List.copyOf(tensor.shape()), tensor.elementSize(), false);
  }

  /** The size of what a module is given; a record is Python's arguments. */
  static TensorSize ofInput(@Nullable Object input, @Nullable Integer batchDim) {
    return ofSequence(input instanceof Record ? elements(input) : Arrays.asList(input), batchDim);
  }

  /** The size of what a module returns. One tensor is taken as it is; of a map, the last value counts. */
  static TensorSize ofOutput(@Nullable Object output, @Nullable Integer batchDim) {
    if (output instanceof Tensor tensor) return new TensorSize(tensor);
    if (output instanceof Map<?, ?> map && !map.isEmpty()) {
      TensorSize last = first(new ArrayList<>(map.values()).get(map.size() - 1));
      return batchDim == null ? last : new TensorSize(oneAt(last.sizes, batchDim), last.elementSize, true);
    }
    return ofSequence(elements(output), batchDim);
  }

  /** A batch's dimension beyond those of the first tensor is added, but not to one that lies deeper. */
  private static TensorSize ofSequence(List<?> values, @Nullable Integer batchDim) {
    TensorSize size = first(values);
    boolean reached = !values.isEmpty() && values.get(0) instanceof Tensor;
    if (batchDim == null || (!reached && batchDim >= size.sizes.size())) return size;
    return new TensorSize(oneAt(size.sizes, batchDim), size.elementSize, false);
  }

  private static List<Long> oneAt(List<Long> sizes, int dim) {
    int end = sizes.size();
    return Stream.of(sizes.subList(0, Math.min(dim, end)), List.of(1L), sizes.subList(Math.min(dim + 1, end), end))
        .flatMap(List::stream).toList();
  }

  private static TensorSize first(@Nullable Object value) {
    if (value instanceof Tensor tensor) return new TensorSize(tensor);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) return first(map.values().iterator().next());
    List<?> elements = elements(value);
    return elements.isEmpty() ? NONE : first(elements.get(0));
  }

  private static List<?> elements(@Nullable Object value) {
    return new ArrayList<>(TensorTree.parts(value));
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

  /** The batch's size, by which most layers multiply the uses of their weights. */
  long batch() {
    return sizes.isEmpty() ? 1 : sizes.get(0);
  }

  private static long product(LongStream sizes) { return sizes.reduce(1, (a, b) -> a * b); }

  @Override public String toString() {
    if (sizes.isEmpty()) return "--";
    return nested ? "[" + sizes + "]" : sizes.toString();
  }
}
