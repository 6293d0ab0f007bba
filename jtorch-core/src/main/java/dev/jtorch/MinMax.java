package dev.jtorch;

import static dev.jtorch.Tensor.tensor;

import dev.jtorch.internal.NativeTensor;

/**
 * The smallest and the greatest elements: what {@code aminmax} returns.
 *
 * @param min the smallest
 * @param max the greatest, of the same shape
 */
public record MinMax(Tensor min, Tensor max) {
  static MinMax of(NativeTensor... pair) { return new MinMax(tensor(pair[0]), tensor(pair[1])); }

  /** Both tensors, laid out as Python prints its named tuples. */
  @Override public String toString() {
    return "(\nmin=" + min + ",\nmax=" + max + ")";
  }
}
