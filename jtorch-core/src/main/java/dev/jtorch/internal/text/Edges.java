package dev.jtorch.internal.text;

import java.util.Arrays;

/**
 * Which elements of a tensor are printed: all of them, or for a summary the first and last few of every long
 * dimension.
 *
 * <p>Formula: dimension {@code d} is cut if the tensor has more than {@code threshold} elements and
 * {@code shape[d] > 2 * edgeItems}; it then keeps {@code 0 .. edgeItems-1} and
 * {@code shape[d]-edgeItems .. shape[d]-1}.
 *
 * @since 0.1
 */
public final class Edges {
  private final long[] shape;
  private final int items;
  private final boolean summary;

  private Edges(long[] shape, int items, boolean summary) {
    this.shape = shape;
    this.items = items;
    this.summary = summary;
  }

  static Edges of(long[] shape, PrintSettings options) {
    return new Edges(shape.clone(), options.edgeItems(), numel(shape) > options.threshold());
  }

  /** Sizes of a tensor that exists: their product fits, or is 0 although the others' does not. */
  static long numel(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** {@return the number of dimensions} */
  public int rank() {
    return shape.length;
  }

  /** {@return elements kept at each end of a cut dimension} */
  public int items() {
    return items;
  }

  /** {@return whether elements in the middle of this dimension are left out} */
  public boolean cuts(int dim) {
    return summary && shape[dim] > 2L * items;
  }

  /** {@return whether every element is kept, so that the tensor can be read straight through} */
  public boolean keepsAll() {
    for (int dim = 0; dim < rank(); dim++) {
      if (cuts(dim)) { return false; }
    }
    return true;
  }

  /** {@return how many positions of this dimension are kept} */
  public int size(int dim) {
    return Math.toIntExact(cuts(dim) ? 2L * items : shape[dim]);
  }

  /** {@return how many elements are kept in all} */
  public int count() {
    int count = 1;
    for (int dim = 0; dim < rank(); dim++) {
      count = Math.multiplyExact(count, size(dim));
    }
    return count;
  }

  /** {@return the row-major positions in the whole tensor of the elements kept, in the order they are wanted} */
  public long[] flatIndices() {
    long[] flat = {0};
    for (int dim = 0; dim < rank(); dim++) {
      flat = extend(flat, dim);
    }
    return flat;
  }

  private long[] extend(long[] outer, int dim) {
    int size = size(dim);
    long[] flat = new long[outer.length * size];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = outer[i / size] * shape[dim] + position(dim, i % size);
    }
    return flat;
  }

  private long position(int dim, int kept) {
    return cuts(dim) && kept >= items ? shape[dim] - size(dim) + kept : kept;
  }
}
