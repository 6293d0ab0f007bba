package dev.jtorch;

import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.NativeTensor;

/**
 * Elements picked along a dimension, and where they stand in it: what {@code max}, {@code median}, {@code sort}, {@code topk}
 * and their like return.
 *
 * @param values the elements; gradients flow through them
 * @param indices their places along the dimension, int64
 */
public record ValuesIndices(Tensor values, Tensor indices) {
  static ValuesIndices of(NativeTensor... pair) { return new ValuesIndices(tensor(pair[0]), tensor(pair[1])); }

  /** Both tensors, laid out as Python prints its named tuples. */
  @Override public String toString() {
    return "(\nvalues=" + values + ",\nindices=" + indices + ")";
  }
}
