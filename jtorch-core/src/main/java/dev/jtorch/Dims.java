package dev.jtorch;

import static dev.jtorch.internal.Arguments.required;

/** Dimensions counted from the end, made positive and checked. */
final class Dims {
  private Dims() {}

  /** The dimension from 0 up, in PyTorch's range and with its message. */
  static int checked(int dim, int rank) {
    int most = Math.max(rank, 1);
    if (dim < -most || dim >= most || (rank == 0 && dim != 0 && dim != -1)) {
      throw new IndexException("Dimension out of range (expected to be in range of [" + -most + ", " + (most - 1)
          + "], but got " + dim + ")");
    }
    return dim < 0 ? dim + rank : dim;
  }

  /** The dimension from 0 up of a tensor that has it; a scalar has none, though many operators take 0 for it. */
  static int existing(int dim, int rank) {
    if (rank == 0) throw new IndexException("Dimension specified as " + dim + " but tensor has no dimensions");
    return checked(dim, rank);
  }

  /** The dimensions as LibTorch takes them. */
  static long[] longs(int... dims) {
    var longs = new long[required(dims).length];
    for (int i = 0; i < dims.length; i++) longs[i] = dims[i];
    return longs;
  }
}
