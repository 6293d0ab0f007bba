package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.ClassNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a list of lists, row by row, and their number in each dimension. */
final class NestedList {
  private final List<Long> size = new ArrayList<>();
  private final List<Object> flat = new ArrayList<>();

  private NestedList(List<?> values) {
    Object at = values;
    while (at instanceof List<?> list) {
      size.add((long) list.size());
      at = list.isEmpty() ? null : list.get(0);
    }
    add(values, 0);
  }

  static Tensor toTensor(List<?> values, TensorOptions o) {
    var nested = new NestedList(values);
    DType dtype = o.dtype() == null ? nested.dtype() : o.dtype();
    return HostTensors.with(nested.host(dtype), o.dtype(dtype));
  }

  private void add(@Nullable Object value, int depth) {
    if (depth == size.size()) {
      Object element = required(value, "values[" + flat.size() + "]");
      if (!(element instanceof Boolean || element instanceof Number)) {
        throw new DTypeException("tensor: an element is a " + ClassNames.of(element.getClass())
            + " (expected: numbers, booleans, or lists of such, as deep as the first)");
      }
      flat.add(element);
    } else if (value instanceof List<?> list && list.size() == size.get(depth)) {
      for (Object inner : list) add(inner, depth + 1);
    } else {
      String found = value instanceof List<?> list ? "a list of length " + list.size() : String.valueOf(value);
      throw new ShapeException(
          "tensor: the list holds " + found + " at dimension " + depth + " (expected: a list of length "
              + size.get(depth) + ", as the first one there)");
    }
  }

  private DType dtype() {
    if (flat.isEmpty()) return DefaultDtype.get();
    Number[] numbers = flat.stream().filter(Number.class::isInstance).toArray(Number[]::new);
    return numbers.length == 0 ? DType.BOOL : DefaultDtype.ofNumbers(numbers);
  }

  /** The values in the widest type of their kind, which a conversion to the dtype follows. */
  private Tensor host(DType dtype) {
    long[] sizes = size.stream().mapToLong(Long::longValue).toArray();
    if (dtype.isComplex()) return complex(sizes);
    boolean integral = flat.stream().allMatch(v -> DefaultDtype.ofNumbers(number(v)) == DType.INT64);
    return integral ? HostTensors.of(flat.stream().mapToLong(v -> number(v).longValue()).toArray(), sizes)
        : HostTensors.of(flat.stream().mapToDouble(v -> number(v).doubleValue()).toArray(), sizes);
  }

  private Tensor complex(long[] sizes) {
    var parts = new double[2 * flat.size()];
    for (int i = 0; i < flat.size(); i++) {
      Number value = number(flat.get(i));
      parts[2 * i] = value instanceof Complex c ? c.real() : value.doubleValue();
      parts[2 * i + 1] = value instanceof Complex c ? c.imag() : 0;
    }
    long[] pairs = Arrays.copyOf(sizes, sizes.length + 1);
    pairs[sizes.length] = 2;
    return Torch.viewAsComplex(HostTensors.of(parts, pairs));
  }

  private static Number number(Object value) {
    return value instanceof Boolean on ? Long.valueOf(on ? 1 : 0) : (Number) value;
  }
}
