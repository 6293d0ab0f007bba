package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handleOrNull;
import static dev.jtorch.Tensor.tensor;
import static dev.jtorch.internal.Arguments.configured;

import dev.jtorch.internal.AtenSorting;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Orders, greatest and smallest elements, different elements and counts. Without a dimension, the last one is meant.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/generated/torch.sort.html">torch.sort</a>
 */
public sealed interface SortingOps permits Tensor {
  /** {@return the elements in ascending order along the last dimension, and where they stood} */
  default ValuesIndices sort() {
    return sort(-1, false);
  }

  /** {@return the elements in ascending order along a dimension, and where they stood} */
  default ValuesIndices sort(int dim) {
    return sort(dim, false);
  }

  /** {@return the elements in order along a dimension, and where they stood} */
  default ValuesIndices sort(int dim, boolean descending) {
    return sort(dim, descending, false);
  }

  /** {@return the elements in order along a dimension, and where they stood; if {@code stable}, equal ones keep their order} */
  default ValuesIndices sort(int dim, boolean descending, boolean stable) {
    return ValuesIndices.of(AtenSorting.sort(handle(this), stable, dim, descending));
  }

  /** {@return where the elements of the ascending order stand along the last dimension} */
  default Tensor argsort() {
    return argsort(-1, false);
  }

  /** {@return where the elements of the ascending order stand along a dimension} */
  default Tensor argsort(int dim) {
    return argsort(dim, false);
  }

  /** {@return where the elements of the order stand along a dimension} */
  default Tensor argsort(int dim, boolean descending) {
    return argsort(dim, descending, false);
  }

  /** {@return where the elements of the order stand along a dimension; if {@code stable}, equal ones keep their order} */
  default Tensor argsort(int dim, boolean descending, boolean stable) {
    return tensor(AtenSorting.argsort(handle(this), stable, dim, descending));
  }

  /** {@return the elements in ascending order along the first dimension} */
  default Tensor msort() {
    return tensor(AtenSorting.msort(handle(this)));
  }

  /** {@return the {@code k} greatest elements along the last dimension, greatest first, and where they stand} */
  default ValuesIndices topk(long k) {
    return topk(k, -1);
  }

  /** {@return the {@code k} greatest elements along a dimension, greatest first, and where they stand} */
  default ValuesIndices topk(long k, int dim) {
    return topk(k, dim, true, true);
  }

  /**
   * The {@code k} greatest or smallest elements along a dimension, and where they stand.
   *
   * @throws IndexException if the dimension has fewer than {@code k}
   */
  default ValuesIndices topk(long k, int dim, boolean largest, boolean sorted) {
    return ValuesIndices.of(AtenSorting.topk(handle(this), k, dim, largest, sorted));
  }

  /** {@return the {@code k}-th smallest element along the last dimension, counted from 1, and where it stands} */
  default ValuesIndices kthvalue(long k) {
    return kthvalue(k, -1);
  }

  /** {@return the {@code k}-th smallest element along a dimension, counted from 1, and where it stands} */
  default ValuesIndices kthvalue(long k, int dim) {
    return kthvalue(k, dim, false);
  }

  /** {@return the {@code k}-th smallest element along a dimension, which stays with size 1 if {@code keepdim}, and where it stands} */
  default ValuesIndices kthvalue(long k, int dim, boolean keepdim) {
    return ValuesIndices.of(AtenSorting.kthvalue(handle(this), k, dim, keepdim));
  }

  /** {@return the different elements, in ascending order} */
  default Tensor unique() {
    return unique(o -> o).output();
  }

  /** {@return the different elements, or slices of a dimension, and what the options ask for beside them} */
  default Unique unique(UnaryOperator<UniqueOptions> with) {
    return Unique.of((Tensor) this, configured(new UniqueOptions(), with));
  }

  /** {@return the elements that differ from the one before them} */
  default Tensor uniqueConsecutive() {
    return uniqueConsecutive(o -> o).output();
  }

  /** {@return the elements, or slices of a dimension, that differ from the one before, and what the options ask for} */
  default Unique uniqueConsecutive(UnaryOperator<UniqueOptions> with) {
    return Unique.consecutive((Tensor) this, configured(new UniqueOptions(), with));
  }

  /** {@return how many elements lie in each of equally wide bins between the smallest and the greatest} */
  default Tensor histc(long bins) {
    return histc(bins, 0, 0);
  }

  /** {@return how many elements lie in each of equally wide bins between {@code min} and {@code max}} */
  default Tensor histc(long bins, Number min, Number max) {
    return tensor(AtenSorting.histc(handle(this), bins, min, max));
  }

  /** {@return how often each number from 0 to the greatest comes in a vector of integers} */
  default Tensor bincount() {
    return bincount(0);
  }

  /** {@return how often each number comes in a vector of integers; at least {@code minlength} numbers are counted} */
  default Tensor bincount(long minlength) {
    return tensor(AtenSorting.bincount(handle(this), null, minlength));
  }

  /**
   * For each number, the sum of the weights at its places in a vector of integers; at least {@code minlength} numbers are counted.
   *
   * @param weights null to count each place once
   */
  default Tensor bincount(@Nullable Tensor weights, long minlength) {
    return tensor(AtenSorting.bincount(handle(this), handleOrNull(weights), minlength));
  }
}
