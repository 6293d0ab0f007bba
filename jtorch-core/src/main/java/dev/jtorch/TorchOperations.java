package dev.jtorch;

import static dev.jtorch.Tensor.handle;
import static dev.jtorch.Tensor.handles;
import static dev.jtorch.Tensor.tensors;
import static dev.jtorch.internal.Arguments.required;

import dev.jtorch.internal.AtenIndexing;
import dev.jtorch.internal.AtenLinearAlgebra;
import dev.jtorch.internal.AtenShape;
import dev.jtorch.internal.AtenSorting;
import dev.jtorch.internal.NativeTensor;
import dev.jtorch.internal.Products;
import java.util.Arrays;
import java.util.List;

/**
 * Functions of several tensors: joining, broadcasting, selection by a condition, products, and search in sorted sequences.
 *
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops">Joining</a>
 * @see <a href="https://docs.pytorch.org/docs/stable/torch.html#other-operations">Other operations</a>
 */
abstract sealed class TorchOperations extends TorchCreation permits Torch {
  TorchOperations() {}

  /** {@return tensors one behind the other in the first dimension} */
  public static Tensor cat(List<? extends Tensor> tensors) {
    return cat(tensors, 0);
  }

  /**
   * Tensors one behind the other in a dimension.
   *
   * @throws ShapeException if they differ in another dimension
   */
  public static Tensor cat(List<? extends Tensor> tensors, int dim) {
    return Tensor.tensor(AtenShape.cat(handles(tensors), dim));
  }

  /** {@return tensors one behind the other in the first dimension} */
  public static Tensor cat(Tensor... tensors) {
    return cat(Arrays.asList(required(tensors, "tensors")), 0);
  }

  /** {@return tensors one behind the other in a dimension} */
  public static Tensor cat(Tensor[] tensors, int dim) {
    return cat(Arrays.asList(required(tensors, "tensors")), dim);
  }

  /** {@return tensors of one shape as slices of a new first dimension} */
  public static Tensor stack(List<? extends Tensor> tensors) {
    return stack(tensors, 0);
  }

  /**
   * Tensors as slices of a new dimension.
   *
   * @throws ShapeException if their shapes differ
   */
  public static Tensor stack(List<? extends Tensor> tensors, int dim) {
    return Tensor.tensor(AtenShape.stack(handles(tensors), dim));
  }

  /** {@return tensors as slices of a new first dimension} */
  public static Tensor stack(Tensor... tensors) {
    return stack(Arrays.asList(required(tensors, "tensors")), 0);
  }

  /** {@return tensors as slices of a new dimension} */
  public static Tensor stack(Tensor[] tensors, int dim) {
    return stack(Arrays.asList(required(tensors, "tensors")), dim);
  }

  /** {@return tensors joined with their columns side by side; vectors one behind the other} */
  public static Tensor hstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.hstack(handles(tensors)));
  }

  /** The same as {@link #hstack(List)}. */
  public static Tensor hstack(Tensor... tensors) {
    return hstack(Arrays.asList(required(tensors, "tensors")));
  }

  /** {@return tensors joined with their rows below each other} */
  public static Tensor vstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.vstack(handles(tensors)));
  }

  /** The same as {@link #vstack(List)}. */
  public static Tensor vstack(Tensor... tensors) {
    return vstack(Arrays.asList(required(tensors, "tensors")));
  }

  /** {@return tensors joined in the third dimension} */
  public static Tensor dstack(List<? extends Tensor> tensors) {
    return Tensor.tensor(AtenShape.dstack(handles(tensors)));
  }

  /** The same as {@link #dstack(List)}. */
  public static Tensor dstack(Tensor... tensors) {
    return dstack(Arrays.asList(required(tensors, "tensors")));
  }

  /** {@return views of all tensors, expanded to their common shape} */
  public static List<Tensor> broadcastTensors(Tensor... tensors) {
    return tensors(AtenShape.broadcastTensors(handles(tensors)));
  }

  /** {@return for vectors, the coordinates of all points of the grid that they span, in matrix order} */
  public static List<Tensor> meshgrid(Tensor... tensors) {
    return meshgrid(MeshgridIndexing.IJ, tensors);
  }

  /** {@return for vectors, the coordinates of all points of the grid that they span} */
  public static List<Tensor> meshgrid(MeshgridIndexing indexing, Tensor... tensors) {
    return tensors(AtenShape.meshgrid(handles(tensors), required(indexing, "indexing").torchName()));
  }

  /** {@return all combinations of one element of each vector, as rows} */
  public static Tensor cartesianProd(Tensor... tensors) {
    return Tensor.tensor(AtenShape.cartesianProd(handles(tensors)));
  }

  /** {@return all combinations of {@code r} elements of a vector, as rows} */
  public static Tensor combinations(Tensor input, long r, boolean withReplacement) {
    return Tensor.tensor(AtenShape.combinations(handle(input), r, withReplacement));
  }

  /** {@return matrices along the diagonal of a bigger one} */
  public static Tensor blockDiag(Tensor... tensors) {
    return Tensor.tensor(AtenShape.blockDiag(handles(tensors)));
  }

  /** {@return a view of at least 1 dimension} */
  public static Tensor atleast1d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast1d(handle(input)));
  }

  /** {@return a view of at least 2 dimensions} */
  public static Tensor atleast2d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast2d(handle(input)));
  }

  /** {@return a view of at least 3 dimensions} */
  public static Tensor atleast3d(Tensor input) {
    return Tensor.tensor(AtenShape.atleast3d(handle(input)));
  }

  /** {@return a view of complex numbers as real ones, with a last dimension of size 2} */
  public static Tensor viewAsReal(Tensor input) {
    return Tensor.tensor(AtenShape.viewAsReal(handle(input)));
  }

  /** {@return a view of real numbers as complex ones, taken from a last dimension of size 2} */
  public static Tensor viewAsComplex(Tensor input) {
    return Tensor.tensor(AtenShape.viewAsComplex(handle(input)));
  }

  /**
   * A tensor with elements of one value around it; negative numbers cut off.
   *
   * @param pad how many before and after, from the last dimension on: {@code (left, right, top, bottom, ..)}
   */
  public static Tensor constantPadNd(Tensor input, long[] pad, Number value) {
    return Tensor.tensor(AtenShape.constantPadNd(handle(input), pad, value));
  }

  /**
   * Elements of {@code input} where the condition holds, of {@code other} elsewhere; all three are broadcast.
   *
   * @throws DTypeException if the condition is not of type bool
   */
  public static Tensor where(Tensor condition, Tensor input, Tensor other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), handle(input), handle(other)));
  }

  /** {@return a number where the condition holds, else elements of {@code other}} */
  public static Tensor where(Tensor condition, Number input, Tensor other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), input, handle(other)));
  }

  /** {@return elements of {@code input} where the condition holds, else a number} */
  public static Tensor where(Tensor condition, Tensor input, Number other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), handle(input), other));
  }

  /** {@return one number where the condition holds, else another} */
  public static Tensor where(Tensor condition, Number input, Number other) {
    return Tensor.tensor(AtenIndexing.where(handle(condition), input, other));
  }

  /** {@return the coordinates of the elements other than zero, one tensor for each dimension} */
  public static List<Tensor> where(Tensor condition) {
    return tensors(AtenIndexing.where(handle(condition)));
  }

  /** {@return the sum of products that an equation in Einstein's notation describes: {@code einsum("bij,bjk->bik", a, b)}} */
  public static Tensor einsum(String equation, Tensor... operands) {
    NativeTensor[] natives = handles(operands);
    Products.prepareEinsum(equation, natives);
    return Tensor.tensor(AtenLinearAlgebra.einsum(equation, natives));
  }

  /** {@return the matrix product, see {@link Tensor#matmul}} */
  public static Tensor matmul(Tensor input, Tensor other) {
    return required(input, "input").matmul(other);
  }

  /** {@return the product of several matrices, multiplied in the order that needs the fewest operations} */
  public static Tensor chainMatmul(Tensor... matrices) {
    return Tensor.tensor(AtenLinearAlgebra.chainMatmul(handles(matrices)));
  }

  /** {@return the Euclidean distances of all rows of {@code x1} and {@code x2}} */
  public static Tensor cdist(Tensor x1, Tensor x2) {
    return cdist(x1, x2, 2);
  }

  /** {@return the p-norm distances of all rows of {@code x1} and {@code x2}} */
  public static Tensor cdist(Tensor x1, Tensor x2, double p) {
    return Tensor.tensor(AtenLinearAlgebra.cdist(handle(x1), handle(x2), p, null));
  }

  /**
   * {@return products summed over the last {@code dims} dimensions of the one and the first of the other}
   *
   * @throws TorchException if dims is negative or more than either tensor has
   */
  public static Tensor tensordot(Tensor a, Tensor b, int dims) {
    if (dims < 0) throw new TorchException("tensordot expects dims >= 0, but got dims=" + dims);
    if (dims > Math.min(required(a, "a").dim(), required(b, "b").dim())) {
      throw new TorchException("tensordot expects dims < ndim_a or ndim_b, but got dims=" + dims);
    }
    var last = new int[dims];
    var first = new int[dims];
    for (int i = 0; i < dims; i++) {
      last[i] = a.dim() - dims + i;
      first[i] = i;
    }
    return a.tensordot(b, last, first);
  }

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
