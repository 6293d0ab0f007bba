package dev.jtorch;

import static dev.jtorch.Tensor.handle;

import dev.jtorch.internal.AtenSorting;

/** Places of values in sorted sequences. */
abstract sealed class TorchSearching extends TorchLinearAlgebra permits Torch {
  TorchSearching() {}

  /** {@return for each value, the first place in an ascending sequence before which it could stand} */
  public static Tensor searchsorted(Tensor sortedSequence, Tensor values) {
    return searchsorted(sortedSequence, values, false);
  }

  /**
   * For each value, a place in an ascending sequence before which it could stand.
   *
   * @param sortedSequence one sequence for all values, or one for each row of them
   * @param right chooses the last such place rather than the first
   */
  public static Tensor searchsorted(Tensor sortedSequence, Tensor values, boolean right) {
    return Tensor.tensor(AtenSorting.searchsorted(handle(sortedSequence), handle(values), false, right, null, null));
  }

  /** {@return for each element, the number of its bucket: bucket {@code i} ends at boundary {@code i}, which it includes} */
  public static Tensor bucketize(Tensor input, Tensor boundaries) {
    return bucketize(input, boundaries, false);
  }

  /** {@return for each element, the number of its bucket; if {@code right}, a boundary belongs to the bucket above it} */
  public static Tensor bucketize(Tensor input, Tensor boundaries, boolean right) {
    return Tensor.tensor(AtenSorting.bucketize(handle(input), handle(boundaries), false, right));
  }
}
